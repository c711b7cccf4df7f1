using Microsoft.Extensions.Localization;
using SmartTracker.Collection.Data;

namespace SmartTracker.Collection.Mailbox;

/// <summary>What happened to the mailbox and its messages, and what to do.</summary>
public sealed class MailboxWords(IStringLocalizer<Texts> t)
{
    public string Describe(MailboxProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var (first, second) = (problem.Arguments.ElementAtOrDefault(0) ?? "?", problem.Arguments.ElementAtOrDefault(1) ?? "?");
        return problem.Code switch
        {
            MailboxProblemCode.Absent => t["Nobody answers at {0}. Check server and port.", first],
            MailboxProblemCode.NotAllowed => t["The host operator does not allow connections to {0}; nothing was sent. Ask to have this address and port added to the setting SmartTracker:Network:Allow.", first],
            MailboxProblemCode.NotEncrypted => t["No encrypted connection to {0} came about. Port 993 is encrypted at once, port 143 after the greeting.", first],
            MailboxProblemCode.NotTrusted => t["No authority vouches for the server’s certificate, or it is for another name, so the password was not sent. If it is your server, enter the fingerprint of its key: {0}", first],
            MailboxProblemCode.Refused => t["The server refused user name or password. Enter them again."],
            MailboxProblemCode.NoFolder => t["The mailbox has no folder {0}. Write its name as the mail server has it, such as INBOX.", first],
            MailboxProblemCode.NoRule => t["No rule fits its sender and subject. Add one, then have these messages looked at again."],
            MailboxProblemCode.NoFile => t["No file is attached. Set the printer to send its accounting as a file."],
            MailboxProblemCode.TooLarge => t["The message is larger than {0} MB. Upload its files by hand.", first],
            MailboxProblemCode.Unreadable => t["{0}: {1}", first, second],
            MailboxProblemCode.Rejected => t["{0} rows were rejected.", first],
            MailboxProblemCode.TimedOut => t["The server was not done within {0} minutes. What was read is stored; the next visit goes on. If this happens again, ask whoever runs the mail server.", first],
            MailboxProblemCode.Damaged => t["The message is damaged. Have the printer send it again, or upload its files by hand."],
            _ => t["The server broke off or does not speak IMAP. The next visit tries again."],
        };
    }

    public string Word(MessageOutcome outcome) => outcome switch
    {
        MessageOutcome.Imported => t["Imported"],
        MessageOutcome.SetAside => t["Set aside"],
        MessageOutcome.Again => t["Came again"],
        _ => t["Failed"],
    };

    public static string Mark(MessageOutcome outcome) => outcome switch
    {
        MessageOutcome.Imported => "ok",
        MessageOutcome.SetAside => "warn",
        MessageOutcome.Again => "off",
        _ => "bad",
    };
}
