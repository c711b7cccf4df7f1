using Microsoft.AspNetCore.Mvc.ModelBinding;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Users;

public sealed class UserEditForm
{
    public string? UserName { get; set; }

    public string? FullName { get; set; }

    public string? Email { get; set; }

    public string? Language { get; set; }

    public List<string> Roles { get; set; } = [];

    [BindNever]
    public UserId Id { get; set; }

    [BindNever]
    public string CalledName { get; set; } = "";

    /// <summary>Nobody changes the own roles.</summary>
    [BindNever]
    public bool IsSelf { get; set; }

    /// <summary>The roles that may be given or taken, and those the user holds.</summary>
    [BindNever]
    public IReadOnlyList<string> OfferedRoles { get; set; } = [];

    public static UserEditForm Of(User user) => new()
    {
        UserName = user.UserName,
        FullName = user.FullName,
        Email = user.Email,
        Language = user.Language,
        Roles = [.. user.RoleNames],
    };

    public UserEdit ToEdit() => new(
        UserName?.Trim() ?? "",
        string.IsNullOrWhiteSpace(FullName) ? null : FullName.Trim(),
        string.IsNullOrWhiteSpace(Email) ? null : Email.Trim(),
        Language is "de" or "en" ? Language : null,
        [.. Roles.Distinct()]);
}
