using Microsoft.AspNetCore.Hosting.Server;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Shell.Setup;

/// <summary>Where a tenant is set up, token included. For the eyes of whoever started the program.</summary>
public sealed class SetupAddress(HostConfiguration host, IServer server, SetupTokens tokens)
{
    public Uri Of(ShellSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new TenantAddress(settings, host, () => server).Of("~/setup?token=" + tokens.Of(settings.Name));
    }
}
