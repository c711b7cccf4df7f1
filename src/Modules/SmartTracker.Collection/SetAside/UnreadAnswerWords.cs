using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;

namespace SmartTracker.Collection.SetAside;

/// <summary>An answer that could not be taken in, in words.</summary>
public sealed class UnreadAnswerWords(Formats formats, IStringLocalizer<Texts> t)
{
    public string Heading(UnreadAnswerRow row) => row.Answer.IsSetAside ? t["Answer set aside"] : t["Answers cannot be read"];

    /// <summary>What happened.</summary>
    public string Reason(UnreadAnswerRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return t["Since {0} no answer of the printer could be taken in. {1}", formats.DateTime(row.Since), Fault(row.Fault)];
    }

    /// <summary>What happens next.</summary>
    public string Outlook(UnreadAnswerRow row) => row.Answer.IsSetAside
        ? t["It is kept in the archive and not tried while it stays the same; another answer is read as usual. No job is lost while the printer still lists it; “Try again” reads it once more, for instance after an update of this program."]
        : t["The printer says something else each time. It is asked ever more rarely, up to once an hour; each answer is kept in the archive. “Try again” asks it now."];

    private string Fault(AnswerFault fault) => fault switch
    {
        AnswerFault.Nonsense => t["What it sends is not what a printer of this kind sends."],
        AnswerFault.TooLong => t["This program did not finish reading it in time."],
        AnswerFault.Crash => t["This program ended while it read it."],
        _ => t["Reading it brought this program to an error; the log says more."],
    };
}
