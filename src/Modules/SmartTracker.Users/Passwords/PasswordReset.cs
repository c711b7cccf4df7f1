using Microsoft.AspNetCore.Identity;
using SmartTracker.Abstractions.Data;
using SmartTracker.Users.Domain;
using SmartTracker.Users.Links;
using SmartTracker.Users.SignIn;

namespace SmartTracker.Users.Passwords;

/// <summary>Sets a new password for whoever holds the link from the letter.</summary>
public sealed class PasswordReset(OneTimeLinks links, UserPasswords passwords, PasswordNotice notice, GuessLimit limit, ITenantDatabase database)
{
    /// <summary>The result is null unless the link works at this moment; of two who use it at once one is told that it was used.</summary>
    public async Task<(LinkState State, IdentityResult? Result)> CompleteAsync(LinkToken token, string password, CancellationToken cancellationToken)
    {
        User user;
        await using (var transaction = await database.BeginAsync(cancellationToken))
        {
            var found = await links.FindAsync(LinkPurpose.PasswordReset, token, cancellationToken);
            if (found.Holder is null)
                return (found.State, null);
            if (!await links.UseAsync(found.Link!, cancellationToken))
                return (LinkState.Used, null);

            user = found.Holder;
            var replaced = await passwords.ReplaceAsync(user, password, keep: null, cancellationToken);
            if (!replaced.Succeeded)
                return (LinkState.Valid, replaced);
            await transaction.CommitAsync(cancellationToken);
        }

        // Whoever reads the user's mail is the user: this device gets in, whatever others guess meanwhile.
        await limit.RightAsync(user, cancellationToken);
        notice.SendLater(user.Id);
        return (LinkState.Valid, IdentityResult.Success);
    }
}
