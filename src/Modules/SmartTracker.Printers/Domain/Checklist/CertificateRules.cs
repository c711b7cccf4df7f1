using NodaTime;

namespace SmartTracker.Printers.Domain.Checklist;

/// <summary>Who answers for the printer's key, and for how long?</summary>
internal static class CertificateRules
{
    private static readonly Duration Soon = Duration.FromDays(30);

    public static Finding Certificate(ReadinessFacts facts)
    {
        var printer = facts.Printer;
        if (printer.Stopped == StopReason.KeyChanged)
            return Finding(ReadinessResult.Failed, FindingCase.KeyChanged);
        if (printer.LastProblem is { Code: PrinterProblems.CertificateRefused } refused)
            return Finding(ReadinessResult.Failed, FindingCase.CertificateRefused, refused);
        if (!printer.ParsedAddress.IsEncrypted)
            return Finding(ReadinessResult.Advice, FindingCase.NotEncrypted);
        if (printer.Certificate is not { } certificate)
            return Finding(ReadinessResult.Open, FindingCase.CertificateNotSeen);
        if (certificate.NotAfter <= facts.Now)
            return Finding(ReadinessResult.Failed, FindingCase.CertificateExpired, certificate.NotAfter);
        if (certificate.NotAfter - facts.Now <= Soon)
            return Finding(ReadinessResult.Advice, FindingCase.CertificateEndsSoon, Math.Max(1, (int)(certificate.NotAfter - facts.Now).TotalDays), certificate.NotAfter);
        if (certificate.SelfSigned)
            return Finding(ReadinessResult.Advice, FindingCase.CertificateSelfSigned);
        return certificate.TrustedByHost || printer.NeedsAuthority
            ? Finding(ReadinessResult.Passed, FindingCase.CertificateByAuthority, certificate.Issuer, certificate.NotAfter)
            : Finding(ReadinessResult.Advice, FindingCase.CertificateByStranger, certificate.Issuer);
    }

    private static Finding Finding(ReadinessResult result, FindingCase @case, params object[] values) => new(ReadinessPoint.Certificate, result, @case, values);
}
