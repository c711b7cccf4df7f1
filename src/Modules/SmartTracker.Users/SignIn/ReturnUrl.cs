using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SmartTracker.Users.SignIn;

/// <summary>Where to go next: a page of this tenant, or else its home. Never another host, and never another tenant of this one.</summary>
public static class ReturnUrl
{
    public const string Home = "~/";

    public static string Safe(string? wanted, PathString pathBase)
    {
        if (string.IsNullOrEmpty(wanted) || !RedirectHttpResult.IsLocalUrl(wanted))
            return Home;

        var path = wanted.Split('?', '#')[0];
        if (path.Split('/').Any(ClimbsUp))
            return Home;
        if (wanted.StartsWith(Home, StringComparison.Ordinal))
            return wanted;
        return new PathString(path).StartsWithSegments(pathBase) ? wanted : Home;
    }

    // A browser resolves `..`, also encoded, before it asks: /nordplan/../baukontor is another tenant.
    private static bool ClimbsUp(string segment) => segment.Replace("%2e", ".", StringComparison.OrdinalIgnoreCase) == "..";
}
