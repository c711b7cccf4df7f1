using Microsoft.Extensions.Localization;
using SmartTracker.PrinterReaders;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Domain;
using SmartTracker.Printers.Network;

namespace SmartTracker.Printers.Registry;

/// <summary>Each problem as one or two sentences: what happened, and what the reader can do about it.</summary>
public sealed class PrinterProblemTexts(IStringLocalizer<Texts> t) : IPrinterProblemTexts
{
    public string Describe(PrinterProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var key = Sentence(problem.Code, problem.Arguments.ElementAtOrDefault(1));
        return t[key, [.. Padded(problem)]];
    }

    // A problem stored by an earlier version may carry fewer arguments than the sentence names.
    private static IEnumerable<object> Padded(PrinterProblem problem)
    {
        var arguments = problem.Arguments.Select(argument => argument.Length == 0 ? "?" : argument);
        return problem.Code == nameof(ReaderFailureCode.NotAllowed)
            ? [problem.Arguments.FirstOrDefault() ?? "?", PrinterNetwork.Setting]
            : [.. arguments, "?", "?"];
    }

    private static string Sentence(string code, string? second) => code switch
    {
        nameof(ReaderFailureCode.Absent) =>
            "Nobody answers at {0}. Check that the printer is switched on and that address and port are right.",
        nameof(ReaderFailureCode.NameUnknown) =>
            "The name {0} is not known on the network. Check the spelling, or enter the IP address.",
        nameof(ReaderFailureCode.NotAllowed) =>
            "The host operator does not allow connections to {0}; nothing was sent. Ask to have this network and port added to the setting {1}.",
        nameof(ReaderFailureCode.TimedOut) =>
            "The printer did not finish its answer within {0} seconds. It may be busy; the next collection tries again.",
        nameof(ReaderFailureCode.TlsFailed) =>
            "No encrypted connection to {0} came about. If the printer is from before about 2015, allow old TLS on its page; if it speaks IPP only without encryption, register it as ipp://; otherwise check the port.",
        PrinterProblems.KeyChanged =>
            "The device presented another key than the one remembered, so the password was not sent and nothing is collected. If its certificate was replaced, confirm the new key on the printer’s page; if not, find out who answers there.",
        PrinterProblems.CertificateRefused when second == "NotInForce" =>
            "The certificate at {0} has expired or is not valid yet, and this printer must have one of a certificate authority. Nothing was sent. Renew the certificate on the printer.",
        PrinterProblems.CertificateRefused when second == "OtherName" =>
            "The certificate at {0} was made for another name, and this printer must have one of a certificate authority. Nothing was sent. Register the printer under the name in its certificate, or have a new one made.",
        PrinterProblems.CertificateRefused =>
            "The certificate at {0} is not signed by a known certificate authority, and this printer must have one. Nothing was sent. Add your authority under Certificate authorities, or switch the requirement off on the printer’s page.",
        PrinterProblems.SnmpMissingCode =>
            "Nothing is stored by which the printer’s SNMP agent could be asked. Enter version and community or user on the printer’s page.",
        nameof(ReaderFailureCode.EncryptionRequired) =>
            "The printer at {0} answers only to an encrypted connection, or wants a password, which is never sent without encryption. Write ipps:// in its address.",
        nameof(ReaderFailureCode.PasswordRequired) =>
            "The printer wants its administrator password and none is stored. Enter it on the printer’s page.",
        PrinterProblems.PasswordRefused =>
            "The printer refused the stored password. Collection pauses so that the printer does not lock its administrator out; enter the right password on the printer’s page.",
        nameof(ReaderFailureCode.NotFound) =>
            "The printer does not know {0}. Its model or firmware does not speak this protocol; check the firmware.",
        nameof(ReaderFailureCode.TooLarge) =>
            "The answer was longer than {0} MB and was cut off. What arrived whole is kept; if this happens again, delete old jobs on the printer.",
        nameof(ReaderFailureCode.HalfDocument) =>
            "The answer broke off after {0} bytes. What arrived whole is kept; the next collection asks for the rest.",
        nameof(ReaderFailureCode.LoginPage) =>
            "A login page came instead of data. Check that the address is the printer’s own and that no portal or proxy answers for it.",
        nameof(ReaderFailureCode.Redirected) =>
            "The printer sent us to {1}; we did not follow. Register the printer under the address at which it answers itself.",
        nameof(ReaderFailureCode.Nonsense) =>
            "The answer to {0} is not what a printer sends. Check that the address belongs to the printer.",
        nameof(ReaderFailureCode.DeviceError) =>
            "The printer answered with error {0}. Switch it off and on if this goes on.",
        nameof(ReaderFailureCode.Asleep) =>
            "The printer sleeps and shows only the page that wakes it. The next collection tries again; if this goes on, lengthen the time after which it falls asleep.",
        nameof(ReaderFailureCode.NotAllowedOnSite) =>
            "The agent’s own list does not allow connections to {0}; nothing was sent. On the agent’s computer, add this network and port to “allow” in its settings file.",
        IPrinterReach.ReadElsewhereCode =>
            "This printer is read by the agent {0}; this host does not connect to it.",
        PrinterProblems.SerialChangedCode =>
            "Serial number {1} answered where {0} is registered. Nothing is collected, so that jobs of two devices do not mix. Correct the address, or confirm on the printer’s page that the device was exchanged.",
        PrinterProblems.RegisteredTwiceCode =>
            "The device that answers is already registered as {0}. Remove one of the two, so that no job is counted twice.",
        PrinterProblems.PasswordUnreadableCode =>
            "The stored password cannot be read any more, because the keys of this installation changed. Enter it again on the printer’s page.",
        PrinterProblems.ChangedMeanwhileCode =>
            "The printer’s registration was changed while it was being read. Nothing was stored; the next collection reads it anew.",
        _ => "The printer could not be read. The log has the details.",
    };
}
