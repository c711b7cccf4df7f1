using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Mail;
using SmartTracker.Users.Domain;
using SmartTracker.Users.Letters;
using SmartTracker.Users.Links;
using SmartTracker.Users.Users;

namespace SmartTracker.Users.Passwords;

/// <summary>Sends the link that lets a user choose a new password.</summary>
public sealed class ResetLetters(
    UserManager<User> users, OneTimeLinks links, UserLetters letters, MailWords words, RoleAuthority authority, ITenantDatabase database, IStringLocalizer<Texts> texts)
{
    /// <exception cref="MailException">The letter did not leave.</exception>
    public async Task SendAsync(User user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        LinkToken token;
        await using (var transaction = await database.BeginAsync(cancellationToken))
        {
            (token, _) = await links.IssueAsync(user.Id, LinkPurpose.PasswordReset, user.Email, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        await letters.PasswordResetAsync(user, token, cancellationToken);
    }

    /// <summary>One user has it sent to another. The result's error, or else the sentence, says what became of it; null where there is no such user.</summary>
    public async Task<(IdentityResult Result, string Sentence)?> SendAsync(UserId actor, UserId id, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(id.ToString()) is not { } user)
            return null;
        if (!await authority.CoversAsync(actor, user.RoleNames, cancellationToken))
            return Refuse("This user may do more than you. Ask somebody with the same role.");
        if (!MayHaveOne(user))
            return Refuse("This user needs an e-mail address, a password and access to get a reset link.");
        try
        {
            await SendAsync(user, cancellationToken);
            return (IdentityResult.Success, words.Sent(user.Email!));
        }
        catch (MailException exception)
        {
            return (IdentityResult.Failed(new IdentityError { Code = "", Description = words.NotSent(exception.Fault) }), "");
        }
    }

    public static bool MayHaveOne(User user) => user is { IsEnabled: true, PasswordHash: not null, Email: not null };

    private (IdentityResult, string) Refuse(string reason) => (IdentityResult.Failed(new IdentityError { Code = "", Description = texts[reason] }), "");
}
