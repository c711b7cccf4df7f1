using Microsoft.Extensions.Localization;
using SmartTracker.PrinterReaders;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Views.Printers;

namespace SmartTracker.Printers.Registry;

/// <summary>The result of a connection test in plain words.</summary>
public sealed class ConnectionTestTexts(IPrinterProblemTexts problems, IStringLocalizer<Texts> t)
{
    public string Describe(ConnectionTest test)
    {
        ArgumentNullException.ThrowIfNull(test);
        if (test.Problem is { } problem)
            return problems.Describe(problem);
        var identity = test.Contact.Identity;
        var unread = t["not read"].Value;
        return string.Join(' ',
            t["The printer answers: {0}, serial number {1}.", identity?.Model ?? unread, identity?.SerialNumber ?? unread].Value,
            Password(test.Contact.Password),
            Key(test.Contact.Certificate));
    }

    private string Password(PasswordState state) => state switch
    {
        PasswordState.Accepted => t["It accepted the password."],
        PasswordState.NotSetOnPrinter => t["It has no administrator password: set one on the printer, it is open to everyone on the network."],
        PasswordState.NotNeeded => t["It gives its list of finished jobs without a password."],
        _ => t["No password was sent; without one jobs are read, but not the printer’s settings."],
    };

    private string Key(PrinterCertificate? certificate) => certificate is null
        ? t["The connection is not encrypted: names of jobs and users can be read on the network."]
        : t["Fingerprint of its key: {0}.", PrinterPage.Grouped(certificate.Key)];
}
