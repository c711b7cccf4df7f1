using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace SmartTracker.Abstractions.Api;

/// <summary>Marks a controller of the REST interface; its route begins with <c>api/v1/</c>. Only an API key lets a request in, never a cookie.
/// The controller exists only in tenants that have the feature <see cref="Feature"/>, which brings keys and the common rules.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ApiAttribute : ApiControllerAttribute, IAuthorizeData
{
    public const string Feature = "SmartTracker.Api";

    /// <summary>The authentication scheme of API keys.</summary>
    public const string Scheme = "ApiKey";

    /// <summary>What the paths of all resources begin with, below the tenant.</summary>
    public const string Root = "api/v1/";

    /// <summary>The controller hands requests on to another tenant, which applies the common rules.</summary>
    public bool HandsOn { get; init; }

    string? IAuthorizeData.AuthenticationSchemes { get; set; } = Scheme;

    string? IAuthorizeData.Policy { get; set; }

    string? IAuthorizeData.Roles { get; set; }
}

/// <summary>Doing it twice does no harm, or it cannot be one transaction: an <c>Idempotency-Key</c> then only repeats the first answer, which is
/// stored after the work instead of with it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RepeatableAttribute : Attribute;
