using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using SmartTracker.Collection.Data;

namespace SmartTracker.Collection.Mailbox;

/// <summary>Protects the mailbox's password with the tenant's keys, for one server, user and key: it opens nowhere else.</summary>
public sealed class MailboxSecrets(IDataProtectionProvider protection)
{
    public string Protect(MailboxRow mailbox, string password) => Protector(mailbox).Protect(password);

    /// <summary>Null where there is none, or where it has to be entered again.</summary>
    public string? Reveal(MailboxRow mailbox)
    {
        ArgumentNullException.ThrowIfNull(mailbox);
        try
        {
            return mailbox.ProtectedPassword is { } secret ? Protector(mailbox).Unprotect(secret) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector(MailboxRow mailbox) => protection.CreateProtector(
        "SmartTracker.Collection", "mailbox", FormattableString.Invariant($"{mailbox.Host}:{mailbox.Port}"), mailbox.UserName, mailbox.PinnedKey ?? "authorities");
}
