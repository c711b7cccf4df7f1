using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using SmartTracker.Abstractions.Api;
using SmartTracker.Api.Access;

namespace SmartTracker.Api.Rules;

/// <summary>So many requests a minute for each key. What the provider hands on was counted where it came in.</summary>
internal sealed class RequestRateFilter(RequestRate rate) : IAsyncResourceFilter
{
    public Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (http.Features.Get<ProviderAccess>() is not null || rate.Count(http.User.ApiKeyId()) is not { } wait)
            return next();

        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        context.Result = ApiProblem.Of(StatusCodes.Status429TooManyRequests, $"This key has made too many requests. Go on in {seconds} s.");
        return Task.CompletedTask;
    }
}
