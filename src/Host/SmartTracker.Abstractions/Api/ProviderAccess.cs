namespace SmartTracker.Abstractions.Api;

/// <summary>The provider acts in a customer's tenant. Set as a feature of the request by the host when it hands the request on, never by what is sent.</summary>
/// <param name="Tenant">The only tenant in which it counts.</param>
/// <param name="KeyId">The provider's key.</param>
/// <param name="Name">Who acts, as it is recorded.</param>
/// <param name="ApiBase">What the paths of the customer's resources begin with for the provider; ends with a slash.</param>
public sealed record ProviderAccess(string Tenant, Guid KeyId, string Name, string ApiBase);
