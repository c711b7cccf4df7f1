using NodaTime;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Domain;
using SmartTracker.Printers.Domain.Checklist;

namespace SmartTracker.Printers.Views.Readiness;

/// <summary>The checklist of one printer.</summary>
/// <param name="CheckedAt">The last contact, in words; null before the first.</param>
/// <param name="Score">Percent; null where nothing could be judged.</param>
/// <param name="AdministrationPage">The printer's own pages, or null.</param>
public sealed record ReadinessPage(
    PrinterId Id, string Name, string? Model, string? SerialNumber, string Place, string Protocol, string? CheckedAt, int? Score,
    IReadOnlyList<(string Mark, string Text)> Tally, IReadOnlyList<ReadinessLine> Lines, string? AdministrationPage, bool MayEdit)
{
    public int Count(string mark) => Lines.Count(line => line.Mark == mark);
}

/// <param name="Mark">A mark of the design system.</param>
public sealed record ReadinessLine(ReadinessPoint Point, string Mark, string Title, string Word, string Sentence, IReadOnlyList<ReadinessStep> Steps)
{
    /// <summary>What a person is asked here; null where the printer tells it.</summary>
    public PrinterQuestion? Question { get; init; }

    public string? Answer { get; init; }
}

/// <summary>A step in parts: every second one is a word of the device.</summary>
public sealed record ReadinessStep(IReadOnlyList<string> Parts)
{
    public static ReadinessStep Read(string step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return new(step.Split('`'));
    }
}

/// <summary>Readiness of the whole fleet.</summary>
public sealed record ReadinessReport(Instant At, int? Score, IReadOnlyDictionary<ReadinessResult, int> Count, IReadOnlyList<ReportedPrinter> Printers)
{
    public int Of(ReadinessResult result) => Count.GetValueOrDefault(result);
}

public sealed record ReportedPrinter(
    PrinterId Id, string Name, string? Model, string? Site, string Mark, string Word, int? Score, IReadOnlyList<ReadinessLine> Lines)
{
    public bool IsNetworked { get; init; } = true;

    public IEnumerable<ReadinessLine> ToDo => Lines.Where(line => line.Mark != "ok").OrderBy(line => line.Mark switch { "bad" => 0, "warn" => 1, _ => 2 });
}
