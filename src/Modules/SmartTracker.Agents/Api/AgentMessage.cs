using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace SmartTracker.Agents.Api;

/// <summary>A message of the wire as an answer, written as agents read it whatever the tenant's own JSON looks like.</summary>
internal sealed class AgentMessage<T>(T message, JsonTypeInfo<T> type, int status) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.StatusCode = status;
        response.ContentType = "application/json";
        await response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(message, type), context.HttpContext.RequestAborted);
    }
}
