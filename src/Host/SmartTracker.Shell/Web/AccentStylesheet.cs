using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Shell.Web;

/// <summary>Serves <c>theme.css</c>: the tenant's accent as hue and chroma; lightness is the theme's, so contrast holds.</summary>
internal static class AccentStylesheet
{
    public static Task WriteAsync(HttpContext context)
    {
        var site = context.RequestServices.GetRequiredService<ShellSettings>().Site;
        context.Response.ContentType = "text/css";
        context.Response.Headers.CacheControl = "private, max-age=300";
        return context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture,
            $":root{{--accent-h:{AwayFromRed(site.AccentHue)};--accent-c:{Math.Clamp(site.AccentChroma, 0.02m, 0.14m)}}}"));
    }

    /// <summary>A hue within 15° of red (27°) moves to the edge of that band, so that it never reads as an error.</summary>
    private static decimal AwayFromRed(decimal hue)
    {
        hue = (hue % 360 + 360) % 360;
        return hue is > 12 and < 42 ? hue < 27 ? 12 : 42 : hue;
    }
}
