using Microsoft.AspNetCore.Authorization;

namespace SmartTracker.Abstractions.Security;

/// <summary>Lets only users through whose roles grant the permission. An endpoint with neither this nor AllowAnonymous answers 403 to everybody.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequirePermissionAttribute(string permission) : AuthorizeAttribute(PolicyPrefix + permission)
{
    public const string PolicyPrefix = "Permission:";

    public string Permission { get; } = permission;
}
