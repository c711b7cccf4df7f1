using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Accounts;

public sealed class AccountPage
{
    public string? CurrentPassword { get; set; }

    public string? Password { get; set; }

    public User? User { get; set; }
}
