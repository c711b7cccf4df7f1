namespace SmartTracker.Users.Recipes;

/// <summary>Roles that an earlier step of the recipe under way describes, so that a later <c>Users</c> step may name them before anything is written.</summary>
internal sealed class PlannedRoles
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public IReadOnlySet<string> Names => _names;

    public void Add(string name) => _names.Add(name);
}
