namespace SmartTracker.Users.Users;

public sealed class UserForm
{
    public string? UserName { get; set; }

    public string? Email { get; set; }

    public string? Role { get; set; }

    public string? Password { get; set; }

    public IReadOnlyList<string> Roles { get; set; } = [];

    public NewUser ToNewUser() => new(UserName?.Trim() ?? "", Email, Password ?? "", string.IsNullOrEmpty(Role) ? [] : [Role]);
}
