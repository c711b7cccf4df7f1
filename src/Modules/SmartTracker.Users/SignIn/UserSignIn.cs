using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using SmartTracker.Users.Data;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.SignIn;

/// <summary>Signs a user in by name or e-mail address. Every refusal looks the same and takes the same time.</summary>
public sealed partial class UserSignIn(
    UserManager<User> users, SignInManager<User> session, SignInTriesStore tries, IPasswordHasher<User> hasher, ILogger<UserSignIn> log)
{
    private static readonly User Stranger = new() { UserName = "" };

    public async Task<bool> TryAsync(string name, string password, CancellationToken cancellationToken)
    {
        var user = await users.FindByNameAsync(name) ?? await users.FindByEmailAsync(name);
        if (user is not { IsEnabled: true, PasswordHash: not null } || !await tries.CountAsync(user.Id, cancellationToken))
        {
            hasher.VerifyHashedPassword(Stranger, DecoyPassword.Hash, password);
            Refused(user?.Id);
            return false;
        }

        if (!await users.CheckPasswordAsync(user, password))
        {
            Refused(user.Id);
            return false;
        }

        await tries.ForgetAsync(user.Id, cancellationToken);
        await session.SignInAsync(user, isPersistent: false);
        SignedIn(user.Id);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "User {UserId} signed in.")]
    private partial void SignedIn(UserId userId);

    // Not the name as typed: people type their password there.
    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in was refused (user {UserId}).")]
    private partial void Refused(UserId? userId);
}
