using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace SmartTracker.Users.Invitations;

public sealed class InvitationForm
{
    public string? Email { get; set; }

    public string? FullName { get; set; }

    public string? Role { get; set; }

    public string? Language { get; set; }

    [BindNever]
    public IReadOnlyList<string> Roles { get; set; } = [];

    [BindNever]
    public bool HasMailServer { get; set; }

    public NewInvitation ToInvitation() => new(
        Email?.Trim() ?? "",
        string.IsNullOrWhiteSpace(FullName) ? null : FullName.Trim(),
        Language is "de" or "en" ? Language : null,
        string.IsNullOrEmpty(Role) ? [] : [Role]);
}
