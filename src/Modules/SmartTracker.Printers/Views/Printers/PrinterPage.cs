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
    /// <summary>A key in groups that two people can compare aloud.</summary>
    public static string Grouped(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return string.Join(' ', key.Chunk(4).Select(part => new string(part)));
    }
}
