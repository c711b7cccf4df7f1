using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Jobs;
using SmartTracker.Collection.SetAside;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.History;

/// <summary>Tells the overview where jobs may be lost or known twice, where answers cannot be read, and where printers withhold who printed.</summary>
public sealed class CollectionAttention(
    GapStore openGaps, SecondListingStore listings, UnreadAnswers unread, UnreadAnswerWords words, PrintJobQuery query, CollectionPages pages, IPrinterDirectory directory,
    Formats formats, Tenant tenant, TimeProvider time, IStringLocalizer<Texts> t) : IAttentionSource
{
    private const int Most = 5;

    public async Task<IReadOnlyList<Attention>> GetAsync(CancellationToken cancellationToken)
    {
        if (!await pages.MayAsync(CollectionPermissions.View))
            return [];
        var (gaps, answers) = (await openGaps.OpenAsync(cancellationToken), await unread.ForPersonsAsync(cancellationToken));
        var asked = await listings.AskedAsync((PrinterId?)null, cancellationToken);
        var names = gaps.Count + answers.Count + asked.Count == 0 ? [] : (await directory.ListAsync(cancellationToken)).ToDictionary(printer => printer.Id, printer => printer.Name);
        return [.. Unread(answers.Take(Most), names), .. Gaps(gaps.Take(Most), names), .. Asked(asked, names), .. await WithheldAsync(cancellationToken)];
    }

    private IEnumerable<Attention> Unread(IEnumerable<UnreadAnswerRow> answers, Dictionary<PrinterId, string> names) => answers
        .Where(answer => names.ContainsKey(answer.PrinterId)).Select(answer => new Attention(
            "bad", t["Answers of {0} cannot be read", names[answer.PrinterId]], words.Reason(answer),
            t["Open {0}", names[answer.PrinterId]], $"~/admin/printers/{answer.PrinterId}"));

    private IEnumerable<Attention> Gaps(IEnumerable<KnownGap> gaps, Dictionary<PrinterId, string> names)
    {
        return gaps.Where(gap => names.ContainsKey(gap.PrinterId)).Select(gap => new Attention(
            "bad", t["Possible loss on {0}", names[gap.PrinterId]],
            t["Jobs printed between {0} and {1} may have left the printer’s list before they were read.", formats.DateTime(gap.FromAt), formats.DateTime(gap.ToAt)],
            t["Open {0}", names[gap.PrinterId]], $"~/admin/printers/{gap.PrinterId}"));
    }

    private IEnumerable<Attention> Asked(List<SecondListingRow> asked, Dictionary<PrinterId, string> names) => asked.GroupBy(listing => listing.PrinterId).Take(Most)
        .Where(printer => names.ContainsKey(printer.Key)).Select(printer => new Attention(
            "bad", t["Jobs of {0} from two sources", names[printer.Key]],
            printer.Count() == 1 ? t["A second source lists 1 job that may be known already; it counts nowhere until somebody decides."]
                : t["A second source lists {0} jobs that may be known already; they count nowhere until somebody decides.", formats.Count(printer.Count())],
            t["Decide"], $"~/admin/collections/completeness/listings/{printer.Key}"));

    private async Task<IEnumerable<Attention>> WithheldAsync(CancellationToken cancellationToken)
    {
        var month = PrintJobFilter.Text(time.Now().InZone(tenant.TimeZone).Date.ToYearMonth());
        var filter = new PrintJobFilter { Month = month, Unsaid = Unsaid.User };
        var jobs = await query.InAnyStatus(filter, PrintJobPeriod.Of(filter, null, tenant).Interval)
            .CountAsync(job => job.Kind == JobKind.Print, cancellationToken);
        return jobs == 0
            ? []
            :
            [
                new Attention(
                    "warn", jobs == 1 ? t["1 job of this month carries no user"] : t["{0} jobs of this month carry no user", formats.Count(jobs)],
                    t["Printers withhold names while their privacy setting is on. Switch it off if jobs are to be tracked per user."],
                    t["See jobs without a user"], "~/admin/print-jobs?" + filter.Query),
            ];
    }
}
