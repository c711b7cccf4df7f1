using Microsoft.AspNetCore.Identity;
using SmartTracker.Abstractions.Data;
using SmartTracker.Users.Domain;
using SmartTracker.Users.Links;
using SmartTracker.Users.Passwords;
using SmartTracker.Users.SignIn;

namespace SmartTracker.Users.Invitations;

/// <summary>The invited person says what to be called, chooses a password and is signed in.</summary>
public sealed class InvitationAcceptance(
    OneTimeLinks links, UserPasswords passwords, UserSessions sessions, GuessLimit limit, ITenantDatabase database)
{
    /// <summary>The result is null unless the link works at this moment; of two who use it at once one is told that it was used.</summary>
    public async Task<(LinkState State, IdentityResult? Result)> AcceptAsync(LinkToken token, string? fullName, string password, CancellationToken cancellationToken)
    {
        User user;
        await using (var transaction = await database.BeginAsync(cancellationToken))
        {
            var found = await links.FindAsync(LinkPurpose.Invitation, token, cancellationToken);
            if (found.Holder is null)
                return (found.State, null);
            if (!await links.UseAsync(found.Link!, cancellationToken))
                return (LinkState.Used, null);

            user = found.Holder;
            user.FullName = string.IsNullOrWhiteSpace(fullName) ? user.FullName : fullName.Trim();
            var chosen = await passwords.ReplaceAsync(user, password, keep: null, cancellationToken);
            if (!chosen.Succeeded)
                return (LinkState.Valid, chosen);
            await transaction.CommitAsync(cancellationToken);
        }

        await limit.RightAsync(user, cancellationToken);
        await sessions.StartAsync(user, cancellationToken);
        return (LinkState.Valid, IdentityResult.Success);
    }
}
