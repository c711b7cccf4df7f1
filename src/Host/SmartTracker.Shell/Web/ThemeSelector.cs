using Microsoft.AspNetCore.Http;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Shell.Web;

/// <summary>Chooses the layout of a page: the admin theme where the endpoint is marked as administration, else the tenant's theme.</summary>
public sealed class ThemeSelector(ShellSettings settings)
{
    public string LayoutOf(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var theme = context.GetEndpoint()?.Metadata.GetMetadata<AdminAttribute>() is null ? settings.Site.SiteTheme : settings.Site.AdminTheme;
        return $"/Views/Themes/{theme}/_Layout.cshtml";
    }
}
