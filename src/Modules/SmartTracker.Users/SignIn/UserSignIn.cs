using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.SignIn;

/// <summary>Signs a user in by name or e-mail address. Every refusal that concerns an account looks the same and takes the same time.</summary>
public sealed partial class UserSignIn(
    UserManager<User> users, GuessLimit limit, UserSessions sessions, IPasswordHasher<User> hasher, DecoyPassword decoy, ILogger<UserSignIn> log)
{
    private static readonly User Stranger = new() { UserName = "" };

    public async Task<SignInAnswer> TryAsync(string name, string password, CancellationToken cancellationToken)
    {
        var user = await users.FindByNameAsync(name) ?? await users.FindByEmailAsync(name);
        var candidate = user is { IsEnabled: true, PasswordHash: not null } ? user : null;
        var verdict = await limit.CountAsync(candidate, name, cancellationToken);
        if (verdict == GuessVerdict.NetworkPaused)
        {
            NetworkPaused();
            return SignInAnswer.NetworkPaused;
        }

        if (candidate is null || verdict == GuessVerdict.AccountPaused)
        {
            hasher.VerifyHashedPassword(Stranger, decoy.Hash, password);
            Refused(user?.Id);
            return SignInAnswer.Refused;
        }

        if (!await users.CheckPasswordAsync(candidate, password))
        {
            Refused(candidate.Id);
            return SignInAnswer.Refused;
        }

        await limit.RightAsync(candidate, cancellationToken);
        await sessions.StartAsync(candidate, cancellationToken);
        SignedIn(candidate.Id);
        return SignInAnswer.SignedIn;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "User {UserId} signed in.")]
    private partial void SignedIn(UserId userId);

    // Not the name as typed: people type their password there.
    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in was refused (user {UserId}).")]
    private partial void Refused(UserId? userId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sign-ins from a network are paused: too many wrong tries in this hour.")]
    private partial void NetworkPaused();
}

public enum SignInAnswer
{
    SignedIn,
    Refused,
    NetworkPaused,
}
