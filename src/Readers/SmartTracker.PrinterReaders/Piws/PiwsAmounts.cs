using SmartTracker.Protocols.Piws.Jobs;

namespace SmartTracker.PrinterReaders.Piws;

/// <summary>What a job used, as far as its figures can be believed. Zero beside printed pages is a field that nobody filled in, not a figure.</summary>
internal sealed class PiwsAmounts
{
    private const long NarrowestRoll = 100_000;
    private const long WidestRoll = 5_500_000;
    private const int MostCopies = 1_000_000;
    private const decimal TenthOfMillimetre = 100m;

    private readonly PiwsJob _job;
    private readonly Action<string, ObservationProblemCode, string?> _problem;

    public PiwsAmounts(PiwsJob job, Action<string, ObservationProblemCode, string?> problem)
    {
        (_job, _problem) = (job, problem);
        Pages = [.. job.Pages.Select(Page)];
        CopiesPrinted = Count(job.NumberOfPrintedCopies, "Progress/NumberOfPrintedCopies");
        Impressions = CountImpressions();
        PageArea = SumPageArea();
        var media = job.Media.Count > 0 ? job.Media : MediaOfPages();
        MediaArea = Sum(media, "SquareAmount", consumption => consumption.SquareAmount, Units.MediaArea);
        MediaLength = Sum(media, "LinearAmount", consumption => consumption.LinearAmount, Units.MediaLength);
        MediaWidth = Width(media);
        Ink = InkByChannel();
    }

    public IReadOnlyList<PageObservation> Pages { get; }

    public int? Impressions { get; }

    public long? PageArea { get; }

    public Measure? MediaArea { get; }

    public Measure? MediaLength { get; }

    public long? MediaWidth { get; }

    public IReadOnlyDictionary<string, Measure>? Ink { get; }

    public int? CopiesPrinted { get; }

    /// <summary>The device counted, and counted nothing.</summary>
    public bool NothingCameOut => Impressions == 0 && CopiesPrinted is null or 0 && MediaArea is null or { Value: 0 };

    private PageObservation Page(PiwsPage page, int index)
    {
        var media = page.Media.Count == 1 ? page.Media[0] : null;
        return new PageObservation
        {
            Number = index + 1,
            Width = Known(page.Width, Units.PageLength, $"Pages/Page[{index + 1}]/Settings/PageSize/Width"),
            Height = Known(page.Height, Units.PageLength, $"Pages/Page[{index + 1}]/Settings/PageSize/Height"),
            Rotation = page.Rotation,
            CopiesPrinted = Count(page.NumberOfPrintedCopies, $"Pages/Page[{index + 1}]/Progress/NumberOfPrintedCopies"),
            MediaSource = page.MediaSourceUsed ?? page.MediaSource,
            MediaId = page.MediaType,
            PrintQuality = page.PrintQuality,
            MediaArea = Units.MediaArea(media?.SquareAmount),
            MediaLength = Units.MediaLength(media?.LinearAmount),
        };
    }

    /// <summary>Negative or beyond any plot is no count.</summary>
    public int? Count(int? told, string element)
    {
        if (told is null or (>= 0 and <= MostCopies))
            return told;
        _problem(element, ObservationProblemCode.Unreadable, $"{told}");
        return null;
    }

    /// <summary>The pages' own counts, else the job's.</summary>
    private int? CountImpressions()
    {
        var told = Count(_job.NumberOfPrintedPages, "Progress/NumberOfPrintedPages");
        if (Pages.Count == 0 || Pages.Any(page => page.CopiesPrinted is null))
            return told;

        var counted = Pages.Sum(page => (long)page.CopiesPrinted!.Value);
        if (counted > int.MaxValue)
            return told;
        if (told is not null && told != counted)
            _problem("Progress/NumberOfPrintedPages", ObservationProblemCode.Contradiction, $"{told}, but {counted} by page");
        return (int)counted;
    }

    private long? SumPageArea()
    {
        if (Pages.Count == 0 || Pages.Any(page => page is not { Width: not null, Height: not null, CopiesPrinted: not null }))
            return null;

        var squareMicrometres = Pages.Sum(page => (decimal)page.Width!.Value * page.Height!.Value * page.CopiesPrinted!.Value);
        var squareMillimetres = Math.Round(squareMicrometres / 1_000_000m, 0, MidpointRounding.AwayFromZero);
        return squareMillimetres <= long.MaxValue ? (long)squareMillimetres : null;
    }

    /// <summary>Only where every page tells.</summary>
    private List<PiwsMediaConsumption> MediaOfPages() =>
        _job.Pages.All(page => page.Media.Count > 0) ? [.. _job.Pages.SelectMany(page => page.Media)] : [];

    private Measure? Sum(IReadOnlyList<PiwsMediaConsumption> media, string element, Func<PiwsMediaConsumption, PiwsQuantity?> pick, Func<PiwsQuantity?, Measure?> convert)
    {
        var path = $"Accounting/MediaCollectionConsumption/MediaConsumption/{element}";
        var measures = media.Select(consumption => Known(pick(consumption), convert, path)).OfType<Measure>().ToList();
        if (measures.Count == 0 || measures.Count < media.Count)
            return null;

        var total = Total(measures);
        if (total.Value > 0 || Impressions == 0)
            return total;
        if (Impressions > 0)
            _problem(path, ObservationProblemCode.ZeroNotMeasured, total.Raw);
        return null;
    }

    private long? Width(IReadOnlyList<PiwsMediaConsumption> media)
    {
        var widths = media.Select(consumption => Width(Units.MediaArea(consumption.SquareAmount), Units.MediaLength(consumption.LinearAmount))).Distinct().Take(2).ToList();
        return widths is [var only] ? only : null;
    }

    private static long? Width(Measure? area, Measure? length)
    {
        if (area is null or { Value: 0 } || length is null or { Value: 0 })
            return null;

        // mm² are 10⁶ µm².
        var width = (long)(Math.Round(area.Value * 1_000_000m / length.Value / TenthOfMillimetre, 0, MidpointRounding.AwayFromZero) * TenthOfMillimetre);
        return width is >= NarrowestRoll and <= WidestRoll ? width : null;
    }

    /// <summary>An empty collection is no figure, and neither are zeros for a job that printed.</summary>
    private Dictionary<string, Measure>? InkByChannel()
    {
        const string Path = "Accounting/InkCollectionConsumption/InkConsumption/Amount";
        var source = _job.Ink.Count > 0 ? _job.Ink : _job.Pages.All(page => page.Ink.Count > 0) ? [.. _job.Pages.SelectMany(page => page.Ink)] : [];
        if (source.Count == 0)
            return null;

        var measured = source.Select(ink => (ink.InkName, Amount: Known(ink.Amount, Units.Ink, Path))).ToList();
        if (measured.Exists(ink => ink.InkName is null || ink.Amount is null))
            return null;

        var byChannel = measured.GroupBy(ink => ink.InkName!, StringComparer.Ordinal)
            .ToDictionary(channel => channel.Key, channel => Total([.. channel.Select(ink => ink.Amount!)]), StringComparer.Ordinal);
        if (byChannel.Values.Any(amount => amount.Value > 0) || Impressions == 0)
            return byChannel;

        _problem(Path, ObservationProblemCode.ZeroNotMeasured, "0");
        return null;
    }

    private static Measure Total(List<Measure> measures) =>
        measures.Count == 1 ? measures[0] : measures[0] with { Value = measures.Sum(measure => measure.Value), Raw = string.Join(" + ", measures.Select(measure => measure.Raw).Take(20)) };

    private Measure? Known(PiwsQuantity? quantity, Func<PiwsQuantity?, Measure?> convert, string path)
    {
        var measure = convert(quantity);
        if (measure is null && quantity?.Value is not null)
            _problem(path, ObservationProblemCode.UnknownUnit, $"{quantity.Raw} {quantity.Unit}");
        return measure;
    }
}
