using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Data;
using SmartTracker.Users.Data;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Users;

/// <summary>Replaces passwords. Each way ends the user's running sessions and forgets wrong tries.</summary>
public sealed class UserPasswords(
    UserManager<User> users, SignInTriesStore tries, RoleAuthority authority, ITenantDatabase database, IStringLocalizer<Texts> texts)
{
    // Without the letters and digits that are mistaken for each other: 31^20 is about 2^99.
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Gives the user a generated password and answers it; null where there is no such user. For the host's command line.</summary>
    public async Task<string?> ResetAsync(string userName, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        if (await users.FindByNameAsync(userName) is not { } user)
            return null;

        var password = string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 5)));
        await ReplaceAsync(user, password, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return password;
    }

    /// <summary>One user sets another's password; null where there is no such user.</summary>
    public async Task<IdentityResult?> SetAsync(UserId actor, UserId id, string password, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        if (await users.FindByIdAsync(id.ToString()) is not { } user)
            return null;
        // Whoever finds an open session must not be able to keep it: the own password needs the current one.
        if (actor == id)
            return Refuse("", "Change your own password on the page of your account.");
        if (!await authority.CoversAsync(actor, user.RoleNames, cancellationToken))
            return Refuse("", "This user may do more than you. Ask somebody with the same role.");

        var replaced = await ReplaceAsync(user, password, cancellationToken);
        if (replaced.Succeeded)
            await transaction.CommitAsync(cancellationToken);
        return replaced;
    }

    /// <summary>A user changes the own password. A wrong current one counts as a try, as at sign-in.</summary>
    public async Task<IdentityResult> ChangeAsync(UserId id, string current, string password, CancellationToken cancellationToken)
    {
        // Before the transaction: a try stays counted when the rest is rolled back.
        var mayTry = await tries.CountAsync(id, cancellationToken);
        await using var transaction = await database.BeginAsync(cancellationToken);
        var user = await users.FindByIdAsync(id.ToString());
        if (user is null || !mayTry || !await users.CheckPasswordAsync(user, current))
            return Refuse("CurrentPassword", "This is not your current password. After five wrong tries there is a pause.");

        var replaced = await ReplaceAsync(user, password, cancellationToken);
        if (replaced.Succeeded)
            await transaction.CommitAsync(cancellationToken);
        return replaced;
    }

    private async Task<IdentityResult> ReplaceAsync(User user, string password, CancellationToken cancellationToken)
    {
        foreach (var validator in users.PasswordValidators)
        {
            var valid = await validator.ValidateAsync(users, user, password);
            if (!valid.Succeeded)
                return valid;
        }

        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        await tries.ForgetAsync(user.Id, cancellationToken);
        return await users.UpdateSecurityStampAsync(user);
    }

    private IdentityResult Refuse(string field, string reason) => IdentityResult.Failed(new IdentityError { Code = field, Description = texts[reason] });
}
