using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace SmartTracker.Shell.Front;

/// <summary>Pages for a tenant that cannot answer now. The front itself asks for them, whatever was asked of the tenant.</summary>
[Front, AllowAnonymous, IgnoreAntiforgeryToken]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed partial class FrontController(ILogger<FrontController> logger) : Controller
{
    internal static readonly PathString WaitPath = new("/front/wait");
    internal static readonly PathString UnavailablePath = new("/front/unavailable");

    [Route("front/wait")]
    public IActionResult Wait() => View();

    [Route("front/unavailable")]
    public IActionResult Unavailable()
    {
        if (HttpContext.Features.Get<IExceptionHandlerPathFeature>() is { } failure)
            LogFailed(logger, HttpContext.TraceIdentifier, Request.Method, failure.Path, failure.Error);
        return View(model: HttpContext.TraceIdentifier);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {Reference} failed before the door of a tenant ({Method} {Path}).")]
    private static partial void LogFailed(ILogger logger, string reference, string method, string path, Exception exception);
}
