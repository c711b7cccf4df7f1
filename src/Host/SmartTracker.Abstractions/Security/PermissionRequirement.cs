using Microsoft.AspNetCore.Authorization;

namespace SmartTracker.Abstractions.Security;

/// <summary>What <see cref="RequirePermissionAttribute"/> asks the authorization handler of the Users module.</summary>
public sealed record PermissionRequirement(string Permission) : IAuthorizationRequirement;
