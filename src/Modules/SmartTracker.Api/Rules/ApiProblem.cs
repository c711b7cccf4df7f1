using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace SmartTracker.Api.Rules;

/// <summary>Problem documents (RFC 9457) that no controller gives.</summary>
internal static class ApiProblem
{
    public static ObjectResult Of(int status, string detail) =>
        Of(new ProblemDetails { Status = status, Title = ReasonPhrases.GetReasonPhrase(status), Detail = detail });

    /// <summary>Names the field that is wrong.</summary>
    public static ObjectResult Of(string field, string message) =>
        Of(new ValidationProblemDetails(new Dictionary<string, string[]> { [field] = [message] }) { Status = 400, Title = "The request is not acceptable." });

    private static ObjectResult Of(ProblemDetails problem) =>
        new(problem) { StatusCode = problem.Status, ContentTypes = { "application/problem+json" } };
}
