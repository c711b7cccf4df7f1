using SmartTracker.PrinterReaders;
using SmartTracker.PrinterReaders.State;

namespace SmartTracker.Printers.Domain.Checklist;

/// <summary>Is the printer closed to strangers?</summary>
internal static class SecrecyRules
{
    public static Finding Password(ReadinessFacts facts) => facts.Printer switch
    {
        { Stopped: StopReason.PasswordRefused } => Password(ReadinessResult.Failed, FindingCase.PasswordRefused),
        { PasswordState: PasswordState.NotSetOnPrinter } => Password(ReadinessResult.Failed, FindingCase.PasswordNotSet),
        { PasswordState: PasswordState.Accepted } => Password(ReadinessResult.Passed, FindingCase.PasswordAccepted),
        { PasswordState: PasswordState.NotNeeded } => Password(ReadinessResult.Open, FindingCase.PasswordNotAskedFor),
        { HasPassword: true } => Password(ReadinessResult.Open, FindingCase.PasswordNotTried),
        _ => Password(ReadinessResult.Advice, FindingCase.PasswordNotStored),
    };

    public static Finding Snmp(ReadinessFacts facts) => facts.Printer switch
    {
        { Snmp: null } => Snmp(ReadinessResult.Passed, FindingCase.SnmpNotUsed),
        { ProtectedSnmp: null } => Snmp(ReadinessResult.Failed, FindingCase.SnmpSecretsMissing),
        { Snmp: { IsPrivate: true, Authentication: SnmpAuthentication.Md5 or SnmpAuthentication.Sha1 } weak } => Snmp(ReadinessResult.Advice, FindingCase.SnmpWeak, weak.Authentication.ToString()),
        { Snmp: { IsPrivate: true, Privacy: SnmpPrivacy.Des } weak } => Snmp(ReadinessResult.Advice, FindingCase.SnmpWeak, weak.Privacy.ToString()),
        { Snmp.IsPrivate: true } => Snmp(ReadinessResult.Passed, FindingCase.SnmpPrivate),
        { Snmp: var plain } => Snmp(ReadinessResult.Advice, FindingCase.SnmpReadable, plain.Version.ToString()),
    };

    private static Finding Password(ReadinessResult result, FindingCase @case) => new(ReadinessPoint.Password, result, @case);

    private static Finding Snmp(ReadinessResult result, FindingCase @case, params object[] values) => new(ReadinessPoint.Snmp, result, @case, values);
}
