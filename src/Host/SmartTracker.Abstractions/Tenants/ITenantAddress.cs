namespace SmartTracker.Abstractions.Tenants;

/// <summary>The tenant's address as the outside knows it, for letters and documents. It comes from settings, never from a request: whoever sends a
/// forged host name with a request for a password reset must not choose where the link in the letter leads.</summary>
public interface ITenantAddress
{
    /// <summary>The full address of a page.</summary>
    /// <param name="path">App-relative, such as <c>~/login</c>.</param>
    Uri Of(string path);
}
