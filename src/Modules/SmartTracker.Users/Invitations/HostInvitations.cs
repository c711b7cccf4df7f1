using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Security;
using SmartTracker.Users.Accounts;
using SmartTracker.Users.Data;

namespace SmartTracker.Users.Invitations;

/// <summary>Invitations on behalf of the host, such as a new customer's first administrator.</summary>
internal sealed class HostInvitations(InvitationDesk desk, RoleStore roles, IStringLocalizer<Texts> texts) : IInvitations
{
    public async Task<InvitationAnswer> InviteAsync(Invitee person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (!(await roles.ListNamesAsync(cancellationToken)).Contains(person.Role))
            return new(texts["There is no role {0} here.", person.Role], null, null);

        var outcome = await desk.InviteAsync(new(person.Email.Trim(), person.Name, Preferences.IsLanguage(person.Language) ? person.Language : null, [person.Role]), cancellationToken);
        return outcome.Result.Succeeded
            ? new(null, outcome.NotSent, outcome.ExpiresAt)
            : new(string.Join(' ', outcome.Result.Errors.Select(error => error.Description).Distinct()), null, null);
    }
}
