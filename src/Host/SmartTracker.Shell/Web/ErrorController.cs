using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using SmartTracker.Abstractions.Presentation;

namespace SmartTracker.Shell.Web;

/// <summary>What people see when a page cannot be shown: what happened, a reference, and one way on. Never a stack trace.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed partial class ErrorController(ILogger<ErrorController> logger) : Controller
{
    [Route("error/{status:int}")]
    public IActionResult Show(int status)
    {
        var failure = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        var path = HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? failure?.Path;
        if (failure is not null)
            LogFailed(logger, HttpContext.TraceIdentifier, Request.Method, failure.Path, failure.Error);
        // Asked for directly it is just an address that does not exist.
        var shown = path is null || status is < 400 or > 599 ? StatusCodes.Status404NotFound : status;
        Response.StatusCode = shown;
        if (path?.StartsWith("/api/", StringComparison.Ordinal) == true)
            return Problem(statusCode: shown, extensions: new Dictionary<string, object?> { ["reference"] = HttpContext.TraceIdentifier });
        return View("/Views/Shared/ErrorPage.cshtml", new ErrorPage(shown, HttpContext.TraceIdentifier));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {Reference} failed ({Method} {Path}).")]
    private static partial void LogFailed(ILogger logger, string reference, string method, string path, Exception exception);
}
