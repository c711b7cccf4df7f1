using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Mail;
using SmartTracker.Users.Domain;
using SmartTracker.Users.Letters;
using SmartTracker.Users.Links;
using SmartTracker.Users.Users;

namespace SmartTracker.Users.Invitations;

/// <summary>Enters invited people and sends their letters, whoever asks for it.</summary>
public sealed class InvitationDesk(UserRegister register, OneTimeLinks links, UserLetters letters, MailWords words, ITenantDatabase database)
{
    public async Task<InvitationOutcome> InviteAsync(NewInvitation wanted, CancellationToken cancellationToken)
    {
        User user;
        LinkToken token;
        OneTimeLink link;
        try
        {
            await using var transaction = await database.BeginAsync(cancellationToken);
            (var added, user) = await register.AddInvitedAsync(wanted, cancellationToken);
            if (!added.Succeeded)
                return new(added);
            (token, link) = await links.IssueAsync(user.Id, LinkPurpose.Invitation, user.Email, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Somebody else took the address in the same moment; the unique index decided.
            var taken = await register.CheckInvitedAsync(wanted);
            if (taken.Succeeded)
                throw;
            return new(taken);
        }

        return await SendAsync(user, token, link.ExpiresAt, cancellationToken);
    }

    /// <summary>A new link for somebody who has not accepted yet; the old ones stop working.</summary>
    public async Task<InvitationOutcome> SendAgainAsync(User user, CancellationToken cancellationToken)
    {
        LinkToken token;
        OneTimeLink link;
        await using (var transaction = await database.BeginAsync(cancellationToken))
        {
            (token, link) = await links.IssueAsync(user.Id, LinkPurpose.Invitation, user.Email, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return await SendAsync(user, token, link.ExpiresAt, cancellationToken);
    }

    private async Task<InvitationOutcome> SendAsync(User user, LinkToken token, Instant expiresAt, CancellationToken cancellationToken)
    {
        try
        {
            await letters.InvitationAsync(user, token, expiresAt, cancellationToken);
            return new(IdentityResult.Success, user.Id, words.Sent(user.Email!), null, expiresAt);
        }
        catch (MailException exception)
        {
            return new(IdentityResult.Success, user.Id, null, words.NotSent(exception.Fault), expiresAt);
        }
    }
}

/// <summary>What became of an invitation, in words.</summary>
/// <param name="Sent">Where the letter is; null where it did not leave.</param>
/// <param name="NotSent">Why it did not leave.</param>
public sealed record InvitationOutcome(IdentityResult Result, UserId? User = null, string? Sent = null, string? NotSent = null, Instant? ExpiresAt = null);
