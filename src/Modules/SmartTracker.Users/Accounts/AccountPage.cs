using Microsoft.AspNetCore.Mvc.ModelBinding;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Accounts;

/// <summary>The account page with the fields of its forms.</summary>
public sealed class AccountPage
{
    public string? FullName { get; set; }

    public string? Language { get; set; }

    public string? Theme { get; set; }

    public string? Email { get; set; }

    public string? EmailPassword { get; set; }

    public string? CurrentPassword { get; set; }

    public string? Password { get; set; }

    [BindNever]
    public User User { get; set; } = null!;

    /// <summary>A new address that waits to be confirmed.</summary>
    [BindNever]
    public OneTimeLink? WaitingEmail { get; set; }

    [BindNever]
    public IReadOnlyList<UserSession> Sessions { get; set; } = [];

    [BindNever]
    public SessionId? ThisSession { get; set; }
}
