namespace SmartTracker.Web;

/// <summary>Answers every request until the Default tenant exists.</summary>
internal static class NotSetUp
{
    public static Task AnswerAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "60";
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(
            "SmartTracker is not set up yet. On the server run:\n\n  smarttracker tenant create Default --recipe provider\n\nor try it out with: smarttracker demo\n");
    }
}
