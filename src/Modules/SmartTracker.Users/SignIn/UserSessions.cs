using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using SmartTracker.Abstractions.Data;
using SmartTracker.Users.Accounts;
using SmartTracker.Users.Data;
using SmartTracker.Users.Domain;
using SmartTracker.Users.Security;

namespace SmartTracker.Users.SignIn;

/// <summary>Starts, keeps and ends sessions. The ticket names its row, so that one session can be ended without the others.</summary>
public sealed class UserSessions(
    SignInManager<User> session, UserManager<User> users, SessionStore store, KnownDeviceStore devices, Preferences preferences,
    ITenantDatabase database, IHttpContextAccessor accessor, TimeProvider time)
{
    /// <summary>The user proved who it is: signs in here and applies the language and theme the user chose.</summary>
    public async Task StartAsync(User user, CancellationToken cancellationToken)
    {
        var http = accessor.HttpContext!;
        var started = await store.StartAsync(user.Id, ClientAddress.Text(http), BrowserName.Of(http.Request.Headers.UserAgent), cancellationToken);
        user.LastSignInAt = time.Now();
        await users.UpdateAsync(user);
        await session.SignInWithClaimsAsync(user, isPersistent: false, [SessionClaim.For(started.Id)]);
        preferences.Apply(user);
    }

    /// <summary>Gives this session a ticket with the user's new security stamp, so that it outlives what ended the others.</summary>
    public Task KeepAsync(User user, ClaimsPrincipal current) =>
        session.SignInWithClaimsAsync(user, isPersistent: false, current.Session() is { } id ? [SessionClaim.For(id)] : []);

    /// <summary>The same session goes on for another minute; null when it was ended or the user may not sign in any more.</summary>
    public async Task<ClaimsPrincipal?> ContinueAsync(ClaimsPrincipal current, CancellationToken cancellationToken)
    {
        if (current.Session() is not { } id || await session.ValidateSecurityStampAsync(current) is not { IsEnabled: true } user
            || !await store.TouchAsync(user.Id, id, cancellationToken))
        {
            return null;
        }

        var renewed = await session.CreateUserPrincipalAsync(user);
        ((ClaimsIdentity)renewed.Identity!).AddClaim(SessionClaim.For(id));
        return renewed;
    }

    /// <summary>Signs out here.</summary>
    public async Task EndAsync(ClaimsPrincipal current, CancellationToken cancellationToken)
    {
        if (current.Session() is { } id && current.Id() is { } user)
            await store.EndAsync(user, id, cancellationToken);
        await accessor.HttpContext!.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>Ends every session of the user and forgets the devices: nothing that somebody else has of it is worth anything any more.</summary>
    public async Task EndEverywhereAsync(UserId id, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        if (await users.FindByIdAsync(id.ToString()) is not { } user)
            return;
        await store.EndAllAsync(id, except: null, cancellationToken);
        await devices.ForgetAllAsync(id, cancellationToken);
        await users.UpdateSecurityStampAsync(user);
        await transaction.CommitAsync(cancellationToken);
    }
}
