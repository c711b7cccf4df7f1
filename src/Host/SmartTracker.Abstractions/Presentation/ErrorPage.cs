namespace SmartTracker.Abstractions.Presentation;

/// <summary>Model of <c>/Views/Shared/ErrorPage.cshtml</c>: what happened in words and one way on.</summary>
/// <param name="Status">HTTP status; 403, 404 and 503 have words of their own, any other reads as our fault.</param>
/// <param name="ReferenceId">What the log knows the request by.</param>
public sealed record ErrorPage(int Status, string ReferenceId);
