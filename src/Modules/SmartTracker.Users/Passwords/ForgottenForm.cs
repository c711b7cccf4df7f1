using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace SmartTracker.Users.Passwords;

public sealed class ForgottenForm
{
    public string? UserName { get; set; }

    [BindNever]
    public bool IsAsked { get; set; }

    [BindNever]
    public bool IsPaused { get; set; }
}
