using SmartTracker.PrinterSimulator.Plan;

namespace SmartTracker.PrinterSimulator.Serving.State;

/// <summary>What a printer holds and has counted after its jobs and its own doings.</summary>
/// <param name="countedFrom">The counters of its life began at 0 then; null: when it was made.</param>
internal sealed class Holdings(PrinterPlan printer, DateTimeOffset? countedFrom)
{
    private readonly StatePlan _state = printer.State!;

    public long Impressions => (countedFrom is null ? _state.ImpressionsBefore : 0)
        + Jobs.Sum(job => (long)(job.PrintedPages ?? 0)) + Internal.Sum(use => use.Impressions);

    /// <summary>Cubic centimetres through the slot in its life.</summary>
    public decimal InkUsed(InkPlan ink) => (countedFrom is null ? ink.UsedBefore : 0) + Jobs.Sum(job => Of(job, ink)) + Internal.Sum(use => use.CubicCentimetres);

    /// <summary>Cubic centimetres in the supply. Counters that were reset fill no supply.</summary>
    public decimal InkLevel(InkPlan ink) => Left(ink.CubicCentimetres, ink.UsedBefore + Used(ink).Sum(use => use.Amount));

    /// <summary>When the supply was put in that is there now; null where that was before the first job.</summary>
    public DateTimeOffset? InstalledAt(InkPlan ink)
    {
        DateTimeOffset? installed = null;
        var used = ink.UsedBefore;
        foreach (var (at, amount) in Used(ink).OrderBy(use => use.At))
        {
            if ((int)(used / ink.CubicCentimetres) != (int)((used += amount) / ink.CubicCentimetres))
                installed = at;
        }

        return installed;
    }

    /// <summary>Inches left on the roll.</summary>
    public decimal RollLevel(RollPlan roll)
    {
        var jobs = printer.Jobs.Where(job => job.Pages is [var page, ..] && page.MediaSource == roll.Source).Sum(job => job.Media?.LinearInches ?? 0);
        var own = roll == _state.Rolls[0] ? _state.Internal.Sum(use => use.LinearInches) : 0;
        return Left(roll.LengthInches, roll.UsedBefore + jobs + own);
    }

    private IEnumerable<JobPlan> Jobs => printer.Jobs.Where(job => countedFrom is null || job.CompletedAt >= countedFrom);

    private IEnumerable<InternalUse> Internal => _state.Internal.Where(use => countedFrom is null || use.At >= countedFrom);

    private IEnumerable<(DateTimeOffset At, decimal Amount)> Used(InkPlan ink) =>
        printer.Jobs.Where(job => job.CompletedAt is not null).Select(job => (job.CompletedAt!.Value, Of(job, ink)))
            .Concat(_state.Internal.Select(use => (use.At, use.CubicCentimetres)));

    private static decimal Of(JobPlan job, InkPlan ink) => job.InkCubicCentimetres?.GetValueOrDefault(ink.Channel) ?? 0;

    private static decimal Left(decimal whole, decimal used) => whole - (used % whole);
}
