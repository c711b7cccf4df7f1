using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using SmartTracker.Abstractions.Mail;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Letters;

/// <summary>The letters that users get, each in the recipient's language. None may be sent inside a transaction.</summary>
public sealed class UserLetters(IMailer mailer, ITenantAddress address, Tenant tenant, Formats formats, IStringLocalizer<Texts> texts)
{
    public Task InvitationAsync(User user, LinkToken token, Instant expiresAt, CancellationToken cancellationToken) => SendAsync(
        user,
        user.Email!,
        () => texts["Your access to {0}", tenant.SiteName],
        () => [texts["You have been given access to {0}. Choose a password, and you can sign in.", tenant.SiteName], texts["The link works once, until {0}. If you did not expect this e-mail, you need not do anything.", formats.DateTime(expiresAt)]],
        () => Link("Accept the invitation", "~/invitation/" + token.Value),
        cancellationToken);

    public Task PasswordResetAsync(User user, LinkToken token, CancellationToken cancellationToken) => SendAsync(
        user,
        user.Email!,
        () => texts["A new password for {0}", tenant.SiteName],
        () => [texts["Somebody, probably you, asked for a new password at {0}.", tenant.SiteName], texts["The link works once, for one hour. If it was not you, do nothing: your password stays as it is."]],
        () => Link("Set a new password", "~/reset/" + token.Value),
        cancellationToken);

    public Task EmailChangeAsync(User user, string newAddress, LinkToken token, CancellationToken cancellationToken) => SendAsync(
        user,
        newAddress,
        () => texts["Confirm your address for {0}", tenant.SiteName],
        () => [texts["You want e-mails of {0} to come to this address.", tenant.SiteName], texts["The link works once, for one day. Until then everything stays as it was."]],
        () => Link("Confirm this address", "~/confirm-email/" + token.Value),
        cancellationToken);

    public Task PasswordChangedAsync(User user, Instant at, CancellationToken cancellationToken) => SendAsync(
        user,
        user.Email!,
        () => texts["Your password for {0} was changed", tenant.SiteName],
        () => [texts["The password of your account at {0} was changed on {1}.", tenant.SiteName, formats.DateTime(at)], texts["If it was not you, ask for a new one at once and tell your administrator."]],
        () => Link("Ask for a new password", "~/forgotten"),
        cancellationToken);

    public Task EmailChangedAsync(User user, string oldAddress, CancellationToken cancellationToken) => SendAsync(
        user,
        oldAddress,
        () => texts["Your address for {0} was changed", tenant.SiteName],
        () => [texts["E-mails of your account at {0} go to another address from now on.", tenant.SiteName], texts["If it was not you, tell your administrator at once."]],
        () => null,
        cancellationToken);

    private LetterLink Link(string text, string path) => new(texts[text], address.Of(path));

    private Task SendAsync(
        User user, string to, Func<string> subject, Func<IReadOnlyList<string>> paragraphs, Func<LetterLink?> link, CancellationToken cancellationToken)
    {
        var language = user.Language ?? tenant.Culture.TwoLetterISOLanguageName;
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        Letter letter;
        try
        {
            letter = new Letter(
                to, user.CalledName, language, subject(), [texts["Hello {0},", user.CalledName], .. paragraphs()], link(), $"{tenant.SiteName} · {address.Of("~/login")}");
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }

        return mailer.SendAsync(letter, cancellationToken);
    }
}
