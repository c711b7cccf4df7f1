using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Users.SignIn;

/// <summary>Names a browser to this tenant: a random id, signed with the tenant's own keys. It signs nobody in.</summary>
public sealed class DeviceCookie(IDataProtectionProvider protection, IHttpContextAccessor accessor, Tenant tenant)
{
    private readonly IDataProtector _protector = protection.CreateProtector("SmartTracker.Users.KnownDevice");

    private string Name => "st_device_" + tenant.Name.ToLowerInvariant();

    /// <summary>The browser's id, or null where it has none or shows a forged one.</summary>
    public Guid? Read()
    {
        if (accessor.HttpContext?.Request.Cookies[Name] is not { Length: > 0 and < 1000 } value)
            return null;
        try
        {
            return Guid.TryParse(_protector.Unprotect(value), out var id) ? id : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The browser's id; a browser without one gets it.</summary>
    public Guid Ensure()
    {
        var id = Read() ?? Guid.NewGuid();
        if (accessor.HttpContext is { } http)
            http.Response.Cookies.Append(Name, _protector.Protect(id.ToString()), TenantCookie.For(http.Request, TimeSpan.FromDays(180)));
        return id;
    }
}
