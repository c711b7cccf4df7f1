using Microsoft.Extensions.Localization;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Data;

namespace SmartTracker.Collection.Sources;

/// <summary>On a job's page: which other sources list it.</summary>
public sealed class SecondListingFacts(SecondListingStore listings, SourceWords words, IStringLocalizer<Texts> t) : IPrintJobFacts
{
    public async Task<IReadOnlyList<PrintJobFact>> GetAsync(PrintJobId id, CancellationToken cancellationToken) =>
    [
        .. (await listings.OfJobAsync(id, cancellationToken)).GroupBy(listing => (listing.Source, listing.PrinterId)).Select(source => new PrintJobFact(
            t["Also listed by"], words.Word(source.Key.Source), $"~/admin/collections/completeness/listings/{source.Key.PrinterId}")),
    ];
}
