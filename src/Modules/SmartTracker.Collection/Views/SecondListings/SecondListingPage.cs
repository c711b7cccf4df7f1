using NodaTime;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Sources;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Views.SecondListings;

/// <summary>Jobs that a second source lists of a printer: the ones to be asked about, and what was made of the others.</summary>
/// <param name="HasMore">More are asked about than are shown.</param>
public sealed record SecondListingPage(
    PrinterId Printer, string Name, IReadOnlyList<AskedListing> Asked, bool HasMore, IReadOnlyList<SettledListing> Settled, bool MayDecide, string Reason,
    IReadOnlyDictionary<string, string> Faults)
{
    /// <summary>Only of jobs that are shown.</summary>
    public IReadOnlyDictionary<Guid, SecondListingChoice> Choices =>
        Asked.Where(line => !line.Choice.Contains(':', StringComparison.Ordinal) || line.Suggested.Any(job => job.Choice == line.Choice))
            .Select(line => (line.Id, Choice: SecondListingChoice.Parse(line.Choice))).Where(line => line.Choice is not null).ToDictionary(line => line.Id, line => line.Choice!);
}

/// <param name="Choice">As the form said it.</param>
public sealed record AskedListing(Guid Id, ListingLine Job, IReadOnlyList<SuggestedJob> Suggested, string Choice);

/// <param name="Choice">As the form says it.</param>
public sealed record SuggestedJob(string Choice, string Words);

/// <summary>One listed job in words.</summary>
public sealed record ListingLine(string Title, string User, Instant EndedAt, string Source, string Area, string Copies);

/// <param name="Job">Null where it is not counted.</param>
public sealed record SettledListing(Guid Id, ListingLine Line, PrintJobId? Job, string Word, string Because, bool MayReopen);
