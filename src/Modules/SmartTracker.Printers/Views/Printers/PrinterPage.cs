using NodaTime;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Views.Printers;

/// <summary>The page of one printer.</summary>
/// <param name="Problem">The last problem in words, or null.</param>
/// <param name="Ago">Since the last contact, in words; null before the first.</param>
/// <param name="Actions">Buttons of other modules.</param>
/// <param name="Sections">Sections of other modules.</param>
public sealed record PrinterPage(
    Printer Printer,
    PrinterState State,
    string? Problem,
    string? Ago,
    bool MayEdit,
    IReadOnlyList<PageSection> Actions,
    IReadOnlyList<PageSection> Sections)
{
    /// <summary>Null where it stands nowhere.</summary>
    public string? Site { get; init; }

    /// <summary>It was removed, and this person may bring it back.</summary>
    public bool MayRestore { get; init; }

    public IReadOnlyList<HistoryLine> History { get; init; } = [];

    /// <summary>A key in groups that two people can compare aloud.</summary>
    public static string Grouped(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return string.Join(' ', key.Chunk(4).Select(part => new string(part)));
    }
}

/// <summary>A line of the printer's history in words.</summary>
/// <param name="ByWhom">Null where it happened by itself.</param>
public sealed record HistoryLine(Instant At, string Sentence, string? Reason, string? ByWhom);
