using NodaTime;

namespace SmartTracker.Abstractions.Security;

/// <summary>Invites people to this tenant. For trusted host-level code, such as creating a customer with its first administrator:
/// resolve it in the customer's scope. Nobody's own permissions are asked for.</summary>
public interface IInvitations
{
    /// <summary>Enters the person and sends a letter with a link that works once. Not inside a transaction of the scope.</summary>
    Task<InvitationAnswer> InviteAsync(Invitee person, CancellationToken cancellationToken);
}

/// <summary>Somebody to invite.</summary>
/// <param name="Language"><c>de</c> or <c>en</c>; null takes the tenant's.</param>
public sealed record Invitee(string Email, string? Name, string Role, string? Language = null);

/// <summary>What became of an invitation.</summary>
/// <param name="Refused">Why the person was not entered, in the current UI language; null when the person is entered.</param>
/// <param name="NotSent">Why the letter did not leave although the person is entered; it can be sent again from the user's page.</param>
/// <param name="ExpiresAt">Until when the link works.</param>
public sealed record InvitationAnswer(string? Refused, string? NotSent, Instant? ExpiresAt);
