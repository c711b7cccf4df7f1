using Microsoft.Extensions.Localization;
using NodaTime;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Domain.Checklist;

namespace SmartTracker.Printers.Checklists;

/// <summary>Findings in the reader's language: what is, and what to do on this model.</summary>
public sealed class ReadinessTexts(IPrinterProblemTexts problems, Formats formats, IStringLocalizer<Texts> t)
{
    public string Title(ReadinessPoint point) => t[ReadinessSentences.Title(point)];

    public string Short(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return t[ReadinessSentences.Short(finding.Case)];
    }

    public string Sentence(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return t[ReadinessSentences.Sentence(finding.Case), [.. finding.Values.Select(Written)]];
    }

    public IReadOnlyList<string> Steps(Finding finding, string? model)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return [.. ReadinessSteps.Of(finding.Case, model).Select(step => t[step].Value)];
    }

    public string Word(ReadinessResult result) => result switch
    {
        ReadinessResult.Passed => t["Passed"],
        ReadinessResult.Advice => t["Advice"],
        ReadinessResult.Failed => t["Must be fixed"],
        _ => t["Open"],
    };

    /// <summary>A mark of the design system.</summary>
    public static string Mark(ReadinessResult result) => result switch
    {
        ReadinessResult.Passed => "ok",
        ReadinessResult.Advice => "warn",
        ReadinessResult.Failed => "bad",
        _ => "off",
    };

    /// <summary>How many points came to what, in words.</summary>
    public string Tally(ReadinessChecklist checklist)
    {
        ArgumentNullException.ThrowIfNull(checklist);
        return string.Join(", ", new[] { ReadinessResult.Passed, ReadinessResult.Advice, ReadinessResult.Failed, ReadinessResult.Open }
            .Where(result => checklist.Count(result) > 0).Select(result => Tally(result, checklist.Count(result))));
    }

    public string Tally(ReadinessResult result, int count) => result switch
    {
        ReadinessResult.Passed => t["{0} passed", formats.Count(count)],
        ReadinessResult.Advice => t["{0} advice", formats.Count(count)],
        ReadinessResult.Failed => t["{0} to be fixed", formats.Count(count)],
        _ => t["{0} open", formats.Count(count)],
    };

    private object Written(object value) => value switch
    {
        int count => formats.Count(count),
        Instant at => formats.DateTime(at),
        LocalDate date => formats.Date(date),
        TimeSpan span => Length(span.Duration()),
        PrinterProblem problem => problems.Describe(problem),
        _ => value,
    };

    private string Length(TimeSpan span) => span switch
    {
        { TotalSeconds: < 90 } => t["{0} s", formats.Count((long)span.TotalSeconds)],
        { TotalMinutes: < 90 } => t["{0} min", formats.Count((long)Math.Round(span.TotalMinutes, MidpointRounding.AwayFromZero))],
        { TotalHours: < 48 } => t["{0} h", formats.Number((decimal)span.TotalHours, 0, 1)],
        _ => t["{0} days", formats.Count((long)span.TotalDays)],
    };
}
