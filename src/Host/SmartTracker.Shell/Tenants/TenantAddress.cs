using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Shell.Tenants;

/// <summary>The tenant's own host where it has one, else <c>SmartTracker:PublicUrl</c>, else where the server listens.</summary>
internal sealed class TenantAddress(ShellSettings settings, HostConfiguration host, Func<IServer?> server) : ITenantAddress
{
    public const string PublicUrl = "SmartTracker:PublicUrl";

    public Uri Of(string path)
    {
        var root = Root();
        var prefix = settings.RequestUrlPrefix.Length == 0 ? "" : "/" + settings.RequestUrlPrefix;
        return new Uri(root.GetLeftPart(UriPartial.Authority) + root.AbsolutePath.TrimEnd('/') + prefix + path.TrimStart('~'));
    }

    /// <exception cref="SettingException">The setting is no web address.</exception>
    public static Uri? Configured(string? publicUrl)
    {
        if (string.IsNullOrWhiteSpace(publicUrl))
            return null;
        return Uri.TryCreate(publicUrl.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new SettingException($"{PublicUrl} is '{publicUrl}'. Expected is the address that people type, such as https://print.example.org.");
    }

    private Uri Root()
    {
        var known = Configured(host.Values[PublicUrl]) ?? Listening();
        var own = settings.RequestUrlHost.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault(name => !name.StartsWith('*'));
        return own is null ? known : new Uri($"{known.Scheme}://{own}");
    }

    private Uri Listening()
    {
        var address = server()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? host.Values["urls"]?.Split(';')[0] ?? "http://localhost";
        var bound = BindingAddress.Parse(address);
        // A server that listens everywhere does not know its name.
        var name = bound.Host is "+" or "*" or "0.0.0.0" or "[::]" ? "localhost" : bound.Host;
        return new Uri($"{bound.Scheme}://{name}:{bound.Port}");
    }
}
