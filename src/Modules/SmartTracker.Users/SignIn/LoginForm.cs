namespace SmartTracker.Users.SignIn;

public sealed class LoginForm
{
    public string? UserName { get; set; }

    public string? Password { get; set; }

    public string? ReturnUrl { get; set; }

    public SignInAnswer? Answer { get; set; }
}
