using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Users.Data;
using SmartTracker.Users.Domain;
using SmartTracker.Users.Links;
using SmartTracker.Users.Security;
using SmartTracker.Users.SignIn;

namespace SmartTracker.Users.Accounts;

/// <summary>Reads what the account page shows.</summary>
public sealed class AccountPages(UserList users, SessionStore sessions, OneTimeLinks links, IHttpContextAccessor accessor, TimeProvider time)
{
    /// <param name="sent">A form that was refused and is shown again with what was typed; null shows what is stored.</param>
    public async Task<AccountPage?> ReadAsync(ClaimsPrincipal reader, AccountPage? sent, CancellationToken cancellationToken)
    {
        var id = reader.RequiredId();
        if (await users.FindAsync(id, cancellationToken) is not { } user)
            return null;

        var waiting = await links.LatestAsync(id, LinkPurpose.EmailChange, cancellationToken);
        var page = sent ?? new AccountPage();
        page.User = user;
        page.FullName ??= user.FullName;
        page.Language ??= user.Language ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        page.Theme ??= user.Theme ?? Appearance.Of(accessor.HttpContext!.Request);
        page.WaitingEmail = waiting?.StateAt(time.Now()) == LinkState.Valid ? waiting : null;
        page.Sessions = await sessions.ListAsync(id, cancellationToken);
        page.ThisSession = reader.Session();
        return page;
    }
}
