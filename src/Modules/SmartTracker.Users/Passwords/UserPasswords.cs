using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Data;
using SmartTracker.Users.Data;
using SmartTracker.Users.Domain;
using SmartTracker.Users.Links;
using SmartTracker.Users.SignIn;
using SmartTracker.Users.Users;

namespace SmartTracker.Users.Passwords;

/// <summary>Replaces passwords. Each way ends the user's running sessions, forgets devices and wrong tries, and makes open links worthless.</summary>
public sealed class UserPasswords(
    UserManager<User> users, SignInTriesStore tries, SessionStore sessions, KnownDeviceStore devices, OneTimeLinks links, GuessLimit limit,
    RoleAuthority authority, ITenantDatabase database, IStringLocalizer<Texts> texts)
{
    // Without the letters and digits that are mistaken for each other: 31^20 is about 2^99.
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Gives the user of this name or address a generated password and answers it; null where there is none. For the host's command line.</summary>
    public async Task<string?> ResetAsync(string userName, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        if ((await users.FindByNameAsync(userName) ?? await users.FindByEmailAsync(userName)) is not { } user)
            return null;

        var password = string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 5)));
        await ReplaceAsync(user, password, keep: null, cancellationToken);
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

        var replaced = await ReplaceAsync(user, password, keep: null, cancellationToken);
        if (replaced.Succeeded)
            await transaction.CommitAsync(cancellationToken);
        return replaced;
    }

    /// <summary>A user changes the own password; the session <paramref name="keep"/> goes on.</summary>
    public async Task<IdentityResult> ChangeAsync(UserId id, string current, string password, SessionId? keep, CancellationToken cancellationToken)
    {
        if (!await IsCurrentAsync(id, current, cancellationToken))
            return Refuse("CurrentPassword", "This is not your current password. After five wrong tries there is a pause.");

        var user = (await users.FindByIdAsync(id.ToString()))!;
        await using (var transaction = await database.BeginAsync(cancellationToken))
        {
            var replaced = await ReplaceAsync(user, password, keep, cancellationToken);
            if (!replaced.Succeeded)
                return replaced;
            await transaction.CommitAsync(cancellationToken);
        }

        // Other devices are forgotten; this one has just shown who uses it.
        await limit.RightAsync(user, cancellationToken);
        return IdentityResult.Success;
    }

    /// <summary>Whether this is the user's password. A wrong one counts as a try, as at sign-in; call it outside a transaction, so that the count stays
    /// when the rest is rolled back.</summary>
    public async Task<bool> IsCurrentAsync(UserId id, string password, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(id.ToString()) is not { } user
            || await limit.CountAsync(user, user.UserName, cancellationToken) != GuessVerdict.MayTry
            || !await users.CheckPasswordAsync(user, password))
        {
            return false;
        }

        await limit.RightAsync(user, cancellationToken);
        return true;
    }

    /// <summary>Checks the new password and sets it. The caller owns the transaction and knows that it may.</summary>
    public async Task<IdentityResult> ReplaceAsync(User user, string password, SessionId? keep, CancellationToken cancellationToken)
    {
        foreach (var validator in users.PasswordValidators)
        {
            var valid = await validator.ValidateAsync(users, user, password);
            if (!valid.Succeeded)
                return valid;
        }

        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        await tries.ForgetAsync(user.Id, cancellationToken);
        await devices.ForgetAllAsync(user.Id, cancellationToken);
        await sessions.EndAllAsync(user.Id, keep, cancellationToken);
        await links.WithdrawAsync(user.Id, cancellationToken, LinkPurpose.Invitation, LinkPurpose.PasswordReset, LinkPurpose.EmailChange);
        return await users.UpdateSecurityStampAsync(user);
    }

    private IdentityResult Refuse(string field, string reason) => IdentityResult.Failed(new IdentityError { Code = field, Description = texts[reason] });
}
