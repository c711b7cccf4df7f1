using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace SmartTracker.Api.Rules;

/// <summary>What was checked and is refused by the database all the same was done by somebody else in between.</summary>
internal sealed class ConflictFilter : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        if (context.Exception is DbUpdateException)
            context.Result = ApiProblem.Of(StatusCodes.Status409Conflict, "Something that this depends on was changed at the same moment. Read it again and repeat the request.");
    }
}
