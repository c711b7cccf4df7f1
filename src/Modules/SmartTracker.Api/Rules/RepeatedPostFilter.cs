using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using SmartTracker.Abstractions.Api;
using SmartTracker.Abstractions.Data;
using SmartTracker.Api.Data;

namespace SmartTracker.Api.Rules;

/// <summary>A POST with an <c>Idempotency-Key</c> is done once: the key is taken, the work done and the answer stored in one transaction; the same
/// request again gets the same answer. Work that failed leaves nothing behind and may be tried again.</summary>
internal sealed class RepeatedPostFilter(ITenantDatabase database, AnswerStore answers, TimeProvider time) : IAsyncResourceFilter
{
    private const string Header = "Idempotency-Key";
    private const int LongestKey = 200;

    public Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.Headers.TryGetValue(Header, out var sent))
            return next();
        if (sent is not [{ Length: > 0 and <= LongestKey } key] || key.Any(character => character is < '!' or > '~'))
        {
            context.Result = ApiProblem.Of(Header, $"The key is 1 to {LongestKey} characters of ASCII without spaces, such as a UUID.");
            return Task.CompletedTask;
        }

        return context.ActionDescriptor.EndpointMetadata.OfType<RepeatableAttribute>().Any()
            ? RepeatableAsync(context, next, key)
            : OnceAsync(context, next, key);
    }

    private async Task OnceAsync(ResourceExecutingContext context, ResourceExecutionDelegate next, string key)
    {
        var http = context.HttpContext;
        http.Request.EnableBuffering();
        var hash = await RequestHash.OfAsync(http.Request, http.RequestAborted);
        http.Request.Body.Position = 0;

        var answer = NewAnswer(http, key, hash);
        await using var transaction = await database.BeginAroundAsync(http.RequestAborted);
        if (!await answers.TryTakeAsync(answer, http.RequestAborted))
        {
            context.Result = Again(hash, await answers.FindAsync(answer.KeyId, key, http.RequestAborted));
            return;
        }

        await using var recording = new AnswerRecording(http);
        var done = await next();
        if (recording.Read(answer, done))
        {
            await answers.CompleteAsync(answer, CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }

        await recording.SendAsync();
    }

    private async Task RepeatableAsync(ResourceExecutingContext context, ResourceExecutionDelegate next, string key)
    {
        var http = context.HttpContext;
        var body = new HashedBody(http.Request);
        http.Request.Body = body;
        if (await answers.FindAsync(http.User.ApiKeyId(), key, http.RequestAborted) is { } before)
        {
            context.Result = Again(await body.HashOfAllAsync(http.RequestAborted), before);
            return;
        }

        await using var recording = new AnswerRecording(http);
        var done = await next();
        var answer = NewAnswer(http, key, []);
        if (recording.Read(answer, done))
        {
            answer.RequestHash = await body.HashOfAllAsync(CancellationToken.None);
            await StoreAsync(answer);
        }

        await recording.SendAsync();
    }

    private async Task StoreAsync(StoredAnswer answer)
    {
        await using var transaction = await database.BeginAsync(CancellationToken.None);
        // Somebody may have been quicker with the same request; then that answer stays.
        if (await answers.TryTakeAsync(answer, CancellationToken.None))
            await answers.CompleteAsync(answer, CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
    }

    private StoredAnswer NewAnswer(HttpContext http, string key, byte[] hash) =>
        new() { KeyId = http.User.ApiKeyId(), IdempotencyKey = key, RequestHash = hash, AskedAt = time.Now() };

    private static IActionResult Again(byte[] hash, StoredAnswer? before) =>
        before is not null && before.RequestHash.AsSpan().SequenceEqual(hash)
            ? new RepeatedAnswer(before)
            : ApiProblem.Of(StatusCodes.Status422UnprocessableEntity, $"This {Header} was used for another request. Take a new key for a new request.");
}
