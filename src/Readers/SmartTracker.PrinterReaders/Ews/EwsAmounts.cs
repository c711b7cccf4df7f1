using SmartTracker.Protocols.Ews.Accounting;

namespace SmartTracker.PrinterReaders.Ews;

/// <summary>What a job used, as far as its row can be believed.</summary>
internal sealed class EwsAmounts
{
    /// <summary>Ink of a job whose channels the printer does not tell.</summary>
    public const string AllChannels = "all";

    private const long NarrowestRoll = 100_000;
    private const long WidestRoll = 5_500_000;
    private const int MostCopies = 1_000_000;
    private const decimal TenthOfMillimetre = 100m;

    // Each channel is rounded to hundredths of a millilitre.
    private const long InkTolerance = 100_000;

    private readonly EwsJob _job;
    private readonly Action<string, ObservationProblemCode, string?> _problem;

    public EwsAmounts(EwsJob job, bool cameOut, Action<string, ObservationProblemCode, string?> problem)
    {
        (_job, _problem) = (job, problem);
        Copies = Count(job.Copies, nameof(EwsJob.Copies));
        Pages = Count(job.Pages, nameof(EwsJob.Pages));
        MediaArea = Filled(EwsMeasures.Area(job.MediaArea), cameOut, nameof(EwsJob.MediaArea));
        MediaLength = Filled(EwsMeasures.Length(job.MediaLength), cameOut, nameof(EwsJob.MediaLength));
        MediaWidth = Width();
        Ink = InkByChannel();
    }

    public int? Copies { get; }

    public int? Pages { get; }

    public Measure? MediaArea { get; }

    public Measure? MediaLength { get; }

    public long? MediaWidth { get; }

    public IReadOnlyDictionary<string, Measure>? Ink { get; }

    private int? Count(EwsCount? count, string element)
    {
        if (count?.Value is null or (>= 0 and <= MostCopies))
            return count?.Value;
        _problem(element, ObservationProblemCode.Unreadable, count.Raw);
        return null;
    }

    /// <summary>Zero beside a job that was printed is a field that nobody filled in.</summary>
    private Measure? Filled(Measure? measure, bool cameOut, string element)
    {
        if (measure is not { Value: 0 } || !cameOut)
            return measure;
        _problem(element, ObservationProblemCode.ZeroNotMeasured, measure.Raw);
        return null;
    }

    private long? Width()
    {
        if (MediaArea is null or { Value: 0 } || MediaLength is null or { Value: 0 })
            return null;

        // mm² are 10⁶ µm².
        var width = (long)(Math.Round(MediaArea.Value * 1_000_000m / MediaLength.Value / TenthOfMillimetre, 0, MidpointRounding.AwayFromZero) * TenthOfMillimetre);
        return width is >= NarrowestRoll and <= WidestRoll ? width : null;
    }

    /// <summary>Where one channel is not known, neither is the ink of the job.</summary>
    private Dictionary<string, Measure>? InkByChannel()
    {
        var total = EwsMeasures.Ink(_job.InkUsed);
        if (_job.Ink.Count == 0)
            return total is null ? null : new Dictionary<string, Measure>(StringComparer.Ordinal) { [AllChannels] = total };

        var channels = _job.Ink.Select(ink => (ink.Channel, Amount: EwsMeasures.Ink(ink.Amount))).ToList();
        if (channels.Exists(channel => channel.Amount is null))
            return null;
        var byChannel = channels.GroupBy(channel => channel.Channel, StringComparer.Ordinal).ToDictionary(
            channel => channel.Key, channel => channel.First().Amount! with { Value = channel.Sum(ink => ink.Amount!.Value) }, StringComparer.Ordinal);
        var sum = byChannel.Values.Sum(amount => amount.Value);
        if (total is not null && Math.Abs(total.Value - sum) > InkTolerance * channels.Count)
            _problem(nameof(EwsJob.InkUsed), ObservationProblemCode.Contradiction, FormattableString.Invariant($"{total.Raw}, but {sum / 1_000_000m} ml by channel"));
        return byChannel;
    }
}
