using Microsoft.AspNetCore.Http;

namespace SmartTracker.Abstractions.Presentation;

/// <summary>Model of <c>/Views/Shared/_Pager.cshtml</c>. The page number travels in the query as <c>page</c>.</summary>
/// <param name="Page">From 1.</param>
/// <param name="PageCount">0 for an empty list; the pager then shows nothing.</param>
/// <param name="Query">The page's other query parameters, without <c>?</c> and <c>page</c>.</param>
public sealed record Pager(int Page, int PageCount, string Query = "")
{
    /// <summary>Keeps every parameter of the request but the page number.</summary>
    public static Pager For(HttpRequest request, int page, int pageCount)
    {
        var kept = QueryString.Create(request.Query.Where(parameter => !parameter.Key.Equals("page", StringComparison.OrdinalIgnoreCase)));
        return new(page, pageCount, kept.Value?.TrimStart('?') ?? "");
    }

    /// <summary>The query that leads to a page; relative, so it stays on the same address.</summary>
    public string Href(int page) => Query.Length == 0 ? $"?page={page}" : $"?{Query}&page={page}";
}
