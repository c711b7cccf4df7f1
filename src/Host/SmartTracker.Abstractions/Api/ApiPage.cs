using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace SmartTracker.Abstractions.Api;

/// <summary>A page of a list. While <paramref name="NextCursor"/> is not null there is more, even where this page is short.</summary>
public sealed record ApiPage<T>(IReadOnlyList<T> Items, string? NextCursor);

public static class ApiPage
{
    public const int DefaultLimit = 50;
    public const int HighestLimit = 500;

    /// <summary>Cuts a page out of a short list that is at hand as a whole. The cursor is the last item's key.</summary>
    /// <exception cref="ApiCursorException">The cursor is not one of this list.</exception>
    public static ApiPage<T> Of<T>(IReadOnlyList<T> all, Func<T, string> key, int limit, string? cursor)
    {
        ArgumentNullException.ThrowIfNull(all);
        ArgumentNullException.ThrowIfNull(key);
        var start = 0;
        if (cursor is not null)
        {
            var last = ApiCursor.Read(cursor);
            start = all.Select(key).ToList().IndexOf(last) + 1;
            if (start == 0)
                throw new ApiCursorException();
        }

        var items = all.Skip(start).Take(limit).ToList();
        return new(items, start + items.Count < all.Count ? ApiCursor.Write(key(items[^1])) : null);
    }
}

/// <summary>Where a list goes on, in a form that nobody is tempted to take apart.</summary>
public static class ApiCursor
{
    public static string Write(string position) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(position));

    /// <exception cref="ApiCursorException">It was not written by us.</exception>
    public static string Read(string cursor)
    {
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(cursor));
        }
        catch (FormatException)
        {
            throw new ApiCursorException();
        }
    }
}

/// <summary>The cursor of a request does not belong to the list; answered with 400.</summary>
public sealed class ApiCursorException() : Exception("The cursor is not one that this list gave. Leave it out to begin anew.");
