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
        if (wanted.StartsWith(Home, StringComparison.Ordinal))
            return wanted;

        var path = wanted.Split('?', '#')[0];
        return new PathString(path).StartsWithSegments(pathBase) ? wanted : Home;
    }
}
