using Microsoft.AspNetCore.Mvc;
using SmartTracker.Api.Data;

namespace SmartTracker.Api.Rules;

/// <summary>The answer that the same request got before.</summary>
internal sealed class RepeatedAnswer(StoredAnswer answer) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        response.Headers["Idempotency-Replayed"] = "true";
        if (answer.Location is not null)
            response.Headers.Location = answer.Location;
        await response.Body.WriteAsync(answer.Body, context.HttpContext.RequestAborted);
    }
}
