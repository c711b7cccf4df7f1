using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using SmartTracker.Api.Data;

namespace SmartTracker.Api.Rules;

/// <summary>Holds an answer back until it is stored, and hands it out then.</summary>
internal sealed class AnswerRecording : IAsyncDisposable
{
    private readonly HttpResponse _response;
    private readonly Stream _client;
    private readonly MemoryStream _body = new();

    public AnswerRecording(HttpContext context)
    {
        _response = context.Response;
        _client = _response.Body;
        _response.Body = _body;
    }

    /// <summary>False for an answer that is not kept: the work was not done.</summary>
    public bool Read(StoredAnswer answer, ResourceExecutedContext done)
    {
        // Of work that threw, nothing is answered yet: the status still says 200.
        if (done is { Exception: not null, ExceptionHandled: false } || _response.StatusCode is < 200 or > 299)
            return false;
        answer.Status = _response.StatusCode;
        answer.ContentType = _response.ContentType;
        answer.Location = _response.Headers.Location;
        answer.Body = _body.ToArray();
        return true;
    }

    public async Task SendAsync()
    {
        _response.Body = _client;
        _body.Position = 0;
        await _body.CopyToAsync(_client);
    }

    public async ValueTask DisposeAsync()
    {
        _response.Body = _client;
        await _body.DisposeAsync();
    }
}
