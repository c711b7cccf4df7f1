using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using SmartTracker.Users.Data;
using SmartTracker.Users.Domain;
using SmartTracker.Users.Links;
using SmartTracker.Users.Users;

namespace SmartTracker.Users.Invitations;

/// <summary>One user invites another, sends the letter again, or withdraws the invitation.</summary>
public sealed class UserInvitations(
    InvitationDesk desk, OneTimeLinks links, UserManager<User> users, RoleAuthority authority, TryCountStore counts, IStringLocalizer<Texts> texts)
{
    private const int LettersPerHour = 5;

    public async Task<InvitationOutcome> InviteAsync(UserId actor, NewInvitation wanted, CancellationToken cancellationToken)
    {
        var grantable = await authority.GrantableRolesAsync(actor, cancellationToken);
        return wanted.Roles.Count == 0 || wanted.Roles.Except(grantable).Any()
            ? Refuse("Role", "Choose one of the roles you may give.")
            : await desk.InviteAsync(wanted, cancellationToken);
    }

    /// <summary>Null where there is no such user.</summary>
    public async Task<InvitationOutcome?> SendAgainAsync(UserId actor, UserId id, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(id.ToString()) is not { } user)
            return null;
        if (await RefusalAsync(actor, user, cancellationToken) is { } refusal)
            return refusal;
        if (user.Email is null)
            return Refuse("", "This user has no e-mail address. Enter one first.");
        return await counts.CountAsync("invitation:" + id, cancellationToken) > LettersPerHour
            ? Refuse("", "The invitation was sent several times in this hour. Wait a while, and ask whether it lies among unwanted mail.")
            : await desk.SendAgainAsync(user, cancellationToken);
    }

    /// <summary>The link stops working; the user stays, without a way in. Null where there is no such user.</summary>
    public async Task<InvitationOutcome?> WithdrawAsync(UserId actor, UserId id, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(id.ToString()) is not { } user)
            return null;
        if (await RefusalAsync(actor, user, cancellationToken) is { } refusal)
            return refusal;
        await links.WithdrawAsync(id, cancellationToken, LinkPurpose.Invitation);
        return new(IdentityResult.Success, id);
    }

    private async Task<InvitationOutcome?> RefusalAsync(UserId actor, User user, CancellationToken cancellationToken)
    {
        if (!await authority.CoversAsync(actor, user.RoleNames, cancellationToken))
            return Refuse("", "This user may do more than you. Ask somebody with the same role.");
        return user.PasswordHash is null && user.IsEnabled ? null : Refuse("", "This user is not waiting for an invitation.");
    }

    private InvitationOutcome Refuse(string field, string reason) =>
        new(IdentityResult.Failed(new IdentityError { Code = field, Description = texts[reason] }));
}
