using Microsoft.AspNetCore.Http;

namespace SmartTracker.Abstractions.Presentation;

/// <summary>Names of the cookies in which a browser keeps what its user chose. It sends those of <c>/</c> to every tenant below too, so each tenant has
/// names of its own: the choice made at the provider must not overrule the one made at a customer.</summary>
public static class PreferenceCookies
{
    public static string Culture(HttpRequest request) => Name("st_culture", request);

    public static string Theme(HttpRequest request) => Name("st_theme", request);

    private static string Name(string choice, HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return choice + request.PathBase.Value?.Replace('/', '_').ToLowerInvariant();
    }
}
