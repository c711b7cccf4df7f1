namespace SmartTracker.Printers.Domain.Checklist;

/// <summary>What the printer's own jobs tell: names, accounts, and whether its list lives long enough to be read.</summary>
internal static class JobRules
{
    public static Finding UserNames(ReadinessFacts facts) => facts switch
    {
        { DropsUserNames: true } => UserNames(ReadinessResult.Passed, FindingCase.UserNamesNotWanted),
        { Jobs: null or { Jobs: < ReadinessFacts.FewestJobs } } => UserNames(ReadinessResult.Open, FindingCase.UserNamesTooFewJobs, facts.Jobs?.Jobs ?? 0, ReadinessFacts.FewestJobs),
        { Jobs: { WithoutUser: 0 } jobs } => UserNames(ReadinessResult.Passed, FindingCase.UserNamesGiven, jobs.Jobs),
        // A copy made at the panel may have no user; most of the jobs do.
        { Jobs: var jobs } when jobs.WithoutUser * 2 < jobs.Jobs => UserNames(ReadinessResult.Advice, FindingCase.UserNamesPartly, jobs.WithoutUser, jobs.Jobs),
        { Jobs: var jobs } => UserNames(ReadinessResult.Failed, FindingCase.UserNamesWithheld, jobs.WithoutUser, jobs.Jobs),
    };

    public static Finding AccountId(ReadinessFacts facts)
    {
        var answer = facts.Answer(PrinterQuestion.AccountId);
        if (answer == PrinterQuestions.NotNeeded)
            return AccountId(ReadinessResult.Passed, FindingCase.AccountNotNeeded);
        if (facts.Jobs is { Jobs: >= ReadinessFacts.FewestJobs } jobs)
        {
            if (jobs.WithAccount == jobs.Jobs)
                return AccountId(ReadinessResult.Passed, FindingCase.AccountAlwaysGiven, jobs.Jobs);
            if (answer == PrinterQuestions.Required)
                return AccountId(ReadinessResult.Advice, FindingCase.AccountRequiredButMissing, jobs.Jobs - jobs.WithAccount, jobs.Jobs);
        }

        return answer switch
        {
            PrinterQuestions.Required => AccountId(ReadinessResult.Passed, FindingCase.AccountRequired),
            PrinterQuestions.NotRequired => AccountId(ReadinessResult.Advice, FindingCase.AccountNotRequired),
            _ => AccountId(ReadinessResult.Open, FindingCase.AccountNotAnswered),
        };
    }

    /// <summary>The list must reach back over at least two readings, so that one may be missed.</summary>
    public static Finding Retention(ReadinessFacts facts) => facts switch
    {
        { Jobs: { Gaps: > 0 } jobs } => Retention(ReadinessResult.Failed, FindingCase.JobsMayBeLost, jobs.Gaps),
        { Jobs.ListReachesBack: { } reach, ReadEvery: { } every } => reach >= every * 2
            ? Retention(ReadinessResult.Passed, FindingCase.ListReachesBack, reach, every)
            : Retention(ReadinessResult.Advice, FindingCase.ListIsShort, reach, every),
        _ => Retention(ReadinessResult.Open, FindingCase.ListUnknown),
    };

    private static Finding UserNames(ReadinessResult result, FindingCase @case, params object[] values) => new(ReadinessPoint.UserNames, result, @case, values);

    private static Finding AccountId(ReadinessResult result, FindingCase @case, params object[] values) => new(ReadinessPoint.AccountId, result, @case, values);

    private static Finding Retention(ReadinessResult result, FindingCase @case, params object[] values) => new(ReadinessPoint.Retention, result, @case, values);
}
