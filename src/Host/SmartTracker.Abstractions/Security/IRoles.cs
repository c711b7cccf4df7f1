namespace SmartTracker.Abstractions.Security;

/// <summary>The tenant's roles, for modules that hand out access other than by sign-in.</summary>
public interface IRoles
{
    /// <summary>Every role that somebody in this tenant can hold.</summary>
    Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken);

    /// <summary>What the roles grant together, as it is now. A role that does not exist grants nothing.</summary>
    Task<IReadOnlySet<string>> PermissionsOfAsync(IReadOnlyCollection<string> roles, CancellationToken cancellationToken);
}
