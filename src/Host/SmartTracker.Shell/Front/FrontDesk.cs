using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Setup;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Shell.Front;

/// <summary>Answers for a tenant that is not open: leads to its setup page, asks to wait, or says that it cannot answer now. The request's
/// path base is the tenant's already.</summary>
public sealed partial class FrontDesk(FrontShell front, AutoSetup autoSetup, TenantStore store, ILogger<FrontDesk> logger)
{
    private const string SecondsToWait = "5";
    private const string SecondsToRecover = "15";
    private static readonly PathString SetupPath = new("/setup");

    /// <summary>The tenant is not set up yet.</summary>
    internal async Task SetUpAsync(HttpContext context, ShellSettings settings)
    {
        var request = context.Request;
        var visit = new FrontVisit(settings, request.PathBase);
        if (request.Path.StartsWithSegments("/_content"))
            await front.AnswerAsync(context, visit, request.Path);
        else if (autoSetup.Covers(settings.Name))
            await SetUpFromConfigurationAsync(context, settings);
        else if (request.Path.StartsWithSegments(SetupPath))
            await front.AnswerAsync(context, visit, request.Path);
        else if (IsApi(request))
            await ProblemAsync(context, "This site is not set up yet.", SecondsToRecover);
        else if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            context.Response.Redirect(request.PathBase + SetupPath);
        else
            context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    /// <summary>Somebody is setting the tenant up at this moment.</summary>
    internal Task WaitAsync(HttpContext context, ShellSettings settings)
    {
        var visit = new FrontVisit(settings, context.Request.PathBase);
        if (context.Request.Path.StartsWithSegments("/_content"))
            return front.AnswerAsync(context, visit, context.Request.Path);
        if (IsApi(context.Request))
            return ProblemAsync(context, "This site is being set up.", SecondsToWait);
        Prepare(context, SecondsToWait);
        return front.AnswerAsync(context, visit, FrontController.WaitPath);
    }

    /// <summary>The tenant should answer but cannot, mostly because its database does not.</summary>
    internal Task UnavailableAsync(HttpContext context, ShellSettings settings, Exception exception)
    {
        LogUnavailable(logger, settings.Name, context.TraceIdentifier, context.Request.Method, context.Request.Path.Value ?? "", exception);
        return UnavailableAsync(context, settings);
    }

    private Task UnavailableAsync(HttpContext context, ShellSettings settings)
    {
        if (IsApi(context.Request))
            return ProblemAsync(context, "This site cannot reach its data at the moment.", SecondsToRecover);
        Prepare(context, SecondsToRecover);
        return front.AnswerAsync(context, new FrontVisit(settings, context.Request.PathBase), FrontController.UnavailablePath);
    }

    private async Task SetUpFromConfigurationAsync(HttpContext context, ShellSettings settings)
    {
        var request = context.Request;
        var isTrigger = autoSetup.Path.Length == 0 || request.Path.Equals(autoSetup.Path, StringComparison.OrdinalIgnoreCase);
        if (isTrigger)
            await autoSetup.EnsureAsync(settings.Name, context.RequestAborted);
        if (isTrigger && store.Find(settings.Name) is { State: TenantState.Running })
            context.Response.Redirect(request.PathBase + (autoSetup.Path.Length == 0 && HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : "/"));
        else
            await UnavailableAsync(context, settings);
    }

    private static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api");

    private static void Prepare(HttpContext context, string retryAfter)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = retryAfter;
        context.Response.Headers.CacheControl = "no-store";
    }

    private static Task ProblemAsync(HttpContext context, string title, string retryAfter)
    {
        Prepare(context, retryAfter);
        return Results.Problem(
            title: title,
            statusCode: StatusCodes.Status503ServiceUnavailable,
            detail: "Try again after the time that Retry-After gives.",
            extensions: new Dictionary<string, object?> { ["reference"] = context.TraceIdentifier }).ExecuteAsync(context);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Tenant {Tenant} could not answer request {Reference} ({Method} {Path}).")]
    private static partial void LogUnavailable(ILogger logger, string tenant, string reference, string method, string path, Exception exception);
}
