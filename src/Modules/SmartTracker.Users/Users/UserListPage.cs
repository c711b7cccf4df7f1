using SmartTracker.Users.Data;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Users;

/// <param name="Counts">How many there are in each state, whatever the filter.</param>
/// <param name="Page">From 1.</param>
public sealed record UserListPage(
    IReadOnlyList<UserRow> Rows, UserFilter Filter, IReadOnlyDictionary<UserState, int> Counts, IReadOnlyList<string> Roles, int Page, int PageCount, bool MayEdit)
{
    public int All => Counts.Values.Sum();
}

public sealed record UserRow(User User, UserState State);
