using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace SmartTracker.Users.Invitations;

public sealed class AcceptanceForm
{
    public string? FullName { get; set; }

    public string? Password { get; set; }

    /// <summary>What the person will sign in with; shown, not asked.</summary>
    [BindNever]
    public string UserName { get; set; } = "";
}
