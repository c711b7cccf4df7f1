namespace SmartTracker.Printers.Domain.Checklist;

/// <summary>The manufacturer's installation guide as a living checklist: facts in, findings out. A printer that is not on the network has none.</summary>
public sealed record ReadinessChecklist(IReadOnlyList<Finding> Findings)
{
    private static readonly Func<ReadinessFacts, Finding>[] State = [ContactRules.Contact, ContactRules.Identity, DeviceRules.Firmware, SecrecyRules.Snmp];

    private static readonly Func<ReadinessFacts, Finding>[] Jobs =
    [
        ContactRules.Contact, ContactRules.Identity, SecrecyRules.Password, JobRules.UserNames, CertificateRules.Certificate, DeviceRules.WebProxy,
        DeviceRules.Firmware, DeviceRules.Clock, JobRules.Retention, SecrecyRules.Snmp, JobRules.AccountId,
    ];

    /// <summary>The worst finding decides, and what is merely open does not hide that the rest is good.</summary>
    public ReadinessResult Verdict =>
        Count(ReadinessResult.Failed) > 0 ? ReadinessResult.Failed
        : Count(ReadinessResult.Advice) > 0 ? ReadinessResult.Advice
        : Count(ReadinessResult.Open) > 0 || Findings.Count == 0 ? ReadinessResult.Open
        : ReadinessResult.Passed;

    /// <summary>Percent of what could be judged, advice counting half; null where nothing could be.</summary>
    public int? Score => ScoreOf([this]);

    /// <summary>The first finding of the worst kind, which is what a list says of the printer; null where there is none.</summary>
    public Finding? Worst => Findings.FirstOrDefault(finding => finding.Result == Verdict);

    public static ReadinessChecklist Of(ReadinessFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var rules = facts.Printer.GivesJobs ? Jobs : facts.Printer.IsNetworked ? State : [];
        return new ReadinessChecklist([.. rules.Select(rule => rule(facts))]);
    }

    /// <summary>The score of a fleet: over all points of all printers.</summary>
    public static int? ScoreOf(IReadOnlyCollection<ReadinessChecklist> fleet)
    {
        ArgumentNullException.ThrowIfNull(fleet);
        var (passed, advice, failed) = (Sum(ReadinessResult.Passed), Sum(ReadinessResult.Advice), Sum(ReadinessResult.Failed));
        var judged = passed + advice + failed;
        return judged == 0 ? null : ((100 * passed) + (50 * advice)) / judged;

        int Sum(ReadinessResult result) => fleet.Sum(checklist => checklist.Count(result));
    }

    public int Count(ReadinessResult result) => Findings.Count(finding => finding.Result == result);
}
