using NodaTime;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Printers.Domain.Checklist;

/// <summary>All that is known when a printer is judged.</summary>
public sealed record ReadinessFacts(Printer Printer, Instant Now)
{
    /// <summary>Fewer jobs say nothing about a setting.</summary>
    public const int FewestJobs = 10;

    /// <summary>How many of the newest jobs are looked at.</summary>
    public const int MostJobs = 50;

    /// <summary>Null where nobody keeps jobs, or it has not printed.</summary>
    public PrinterJobFacts? Jobs { get; init; }

    /// <summary>How often jobs are read; null where nobody reads them.</summary>
    public TimeSpan? ReadEvery { get; init; }

    /// <summary>This tenant drops user names on purpose.</summary>
    public bool DropsUserNames { get; init; }

    public IReadOnlyDictionary<PrinterQuestion, PrinterAnswer> Answers { get; init; } = new Dictionary<PrinterQuestion, PrinterAnswer>();

    /// <summary>Other printers of the tenant with the same model.</summary>
    public IReadOnlyList<Printer> SameModel { get; init; } = [];

    public string? Answer(PrinterQuestion question) => Answers.GetValueOrDefault(question)?.Answer;
}
