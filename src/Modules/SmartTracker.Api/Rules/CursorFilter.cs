using Microsoft.AspNetCore.Mvc.Filters;
using SmartTracker.Abstractions.Api;

namespace SmartTracker.Api.Rules;

/// <summary>A cursor that no list gave is the client's mistake.</summary>
internal sealed class CursorFilter : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        if (context.Exception is ApiCursorException wrong)
            context.Result = ApiProblem.Of("cursor", wrong.Message);
    }
}
