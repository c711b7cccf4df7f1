using SmartTracker.Printers.Domain.Checklist;

namespace SmartTracker.Printers.Checklists;

/// <summary>What to do about a finding on this model, as keys of the localizer. Words of the device stand in backticks, in its own language.</summary>
internal static class ReadinessSteps
{
    private const string OpenPages = "Open the printer’s own administration pages in a browser and sign in as `admin`.";
    private const string CheckAgain = "Come back here and choose Check again.";

    public static IReadOnlyList<string> Of(FindingCase @case, string? model) => @case switch
    {
        FindingCase.NeverContacted => ["Choose Check again: the printer is asked at once."],
        FindingCase.NotReached =>
        [
            "See whether the printer is switched on and its network cable or address has changed.",
            "See whether a firewall between this server and the printer lets through the port of its address.",
            CheckAgain,
        ],
        FindingCase.OtherDevice => ["Was the device exchanged? Confirm it on the printer’s page. If not, correct the address."],
        FindingCase.RegisteredTwice => ["Remove one of the two registrations."],
        FindingCase.SerialUnknown => ["Choose Check again. If the number stays unknown, look whether the firmware is current."],
        FindingCase.PasswordRefused => ["Enter the right password on the printer’s page under Edit.", CheckAgain],
        FindingCase.PasswordNotSet =>
        [
            "Open the printer’s own administration pages in a browser.",
            "Go to `Setup` › `Security` and set an administrator password.",
            "Enter the same password here under Edit, then choose Check again.",
        ],
        FindingCase.PasswordNotAskedFor => [OpenPages, "See under `Setup` › `Security` that an administrator password is set."],
        FindingCase.PasswordNotStored => ["Set an administrator password on the printer under `Setup` › `Security`.", "Enter it here under Edit, then choose Check again."],
        FindingCase.PasswordNotTried => ["Choose Check again: the printer is asked with the stored password."],
        FindingCase.UserNamesWithheld => [OpenPages, .. Privacy(ModelFamilies.Of(model)), "Print one sheet. Older jobs stay without names."],
        FindingCase.UserNamesPartly => ["Nothing has to be done if these are copies or jobs from the panel. Otherwise look at the driver of the computers they came from."],
        FindingCase.UserNamesTooFewJobs => ["Nothing: this is judged as soon as enough jobs were printed."],
        FindingCase.KeyChanged => ["Find out whether the certificate was replaced or the board exchanged.", "Compare the fingerprint on the printer’s page with the one on the device, then confirm the new key there."],
        FindingCase.CertificateRefused => ["Put the certificate in order on the printer under `Networking`, or add your authority here under Certificate authorities.", CheckAgain],
        FindingCase.CertificateSelfSigned =>
        [
            OpenPages,
            "Go to `Networking`, have a request for a certificate made, and have your certificate authority sign it.",
            "Install the signed certificate there. If it has another key, confirm that on the printer’s page here.",
        ],
        FindingCase.CertificateByStranger => ["Add this authority here under Certificate authorities, if it is your own."],
        FindingCase.CertificateEndsSoon or FindingCase.CertificateExpired => [OpenPages, "Go to `Networking` and renew the certificate, with the same key where the printer offers it.", CheckAgain],
        FindingCase.NotEncrypted => ["See whether the printer answers under `ipps://`, and enter that as its address under Edit."],
        FindingCase.CertificateNotSeen => ["Choose Check again."],
        FindingCase.ProxyUnproved => [OpenPages, "Go to `Networking` and remove the proxy, or prove from a computer in the same subnet that it answers.", "Answer again below."],
        FindingCase.ProxyNotAnswered => [OpenPages, "Look under `Networking` whether a proxy is entered.", "Answer below."],
        FindingCase.FirmwareBehind or FindingCase.FirmwareReleasedBefore or FindingCase.FirmwareOld or FindingCase.FirmwareReleasedLongAgo => ["Install the newest firmware after the manufacturer’s instructions, or ask your service provider.", "After the restart the job list is read anew. Nothing is counted twice."],
        FindingCase.FirmwareUnknown => ["Choose Check again."],
        FindingCase.ClockWrong or FindingCase.ClockInOtherZone => [OpenPages, "Go to `Setup` › `Date & Time` and set time and time zone, from a time server if there is one.", "The next collection reads the clock again."],
        FindingCase.ClockUnknown => ["The next collection reads the clock, where the printer tells it."],
        FindingCase.ListIsShort => ["Have the printers read more often, or raise the number of jobs that the printer keeps."],
        FindingCase.JobsMayBeLost => ["Compare the counters of the printer with the jobs of that time and decide each gap."],
        FindingCase.ListUnknown => ["Nothing: this is judged after the first collection that brings jobs."],
        FindingCase.SnmpReadable => ["Set up a user of SNMPv3 on the printer under `Networking`, with authentication and encryption.", "Enter it here under Edit and switch SNMP v1 and v2c off on the printer."],
        FindingCase.SnmpWeak => ["Choose SHA-2 and AES for the SNMPv3 user, on the printer under `Networking` and here under Edit."],
        FindingCase.SnmpSecretsMissing => ["Enter community or pass phrases again under Edit."],
        FindingCase.AccountNotRequired or FindingCase.AccountRequiredButMissing => [OpenPages, "Go to `Setup` › `Printer settings` › `Accounting` and switch on `Require account ID`.", "Answer again below."],
        FindingCase.AccountNotAnswered => [OpenPages, "Look under `Setup` › `Printer settings` › `Accounting` whether `Require account ID` is on.", "Answer below."],
        _ => [],
    };

    private static string[] Privacy(ModelFamily family) => family switch
    {
        ModelFamily.SecuritySettings => ["Go to `Security` › `Security settings`.", "Switch on `Show user name and job name in job accounting` and save."],
        ModelFamily.AccountingSettings => ["Go to `Setup` › `Printer settings` › `Accounting`.", "Switch off `Exclude personal information from accounting email` and save."],
        _ =>
        [
            "Look under `Security` › `Security settings` for `Show user name and job name in job accounting` and switch it on.",
            "If it is not there: under `Setup` › `Printer settings` › `Accounting` switch off `Exclude personal information from accounting email`.",
        ],
    };
}
