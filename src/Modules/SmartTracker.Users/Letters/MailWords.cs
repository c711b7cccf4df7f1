using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Mail;

namespace SmartTracker.Users.Letters;

/// <summary>What became of a letter, for the person who had it sent.</summary>
public sealed class MailWords(IMailer mailer, IStringLocalizer<Texts> texts)
{
    /// <summary>Where the letter is now.</summary>
    public string Sent(string to) => mailer.HasServer
        ? texts["An e-mail is on its way to {0}.", to]
        : texts["No mail server is set up yet, so the e-mail to {0} waits as a file in the server's pickup folder. Ask your provider, or set a password instead.", to];

    /// <summary>Why it did not leave and what to do.</summary>
    public string NotSent(MailFault fault) => fault switch
    {
        MailFault.Recipient => texts["The e-mail could not be sent: the mail server does not take this address. Correct it and send the e-mail again."],
        MailFault.Unreachable => texts["The e-mail could not be sent: the mail server does not answer. Send it again later."],
        _ => texts["The e-mail could not be sent: the mail server of this site is not set up rightly. Tell your provider, and send the e-mail again later."],
    };
}
