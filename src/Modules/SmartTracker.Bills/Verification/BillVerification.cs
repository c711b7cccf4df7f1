using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Verification;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Bills.Data;

namespace SmartTracker.Bills.Verification;

/// <summary>Whether each bill is still what was received (I4).</summary>
internal sealed class BillVerification(BillsDbContext context, IInvoiceReceiver receiver, BillGuards guards) : IVerification
{
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var findings = (await guards.MissingAsync(cancellationToken))
            .Select(trigger => new Finding("I4", $"The trigger {trigger} that keeps received bills unchanged is missing or switched off.")).ToList();

        var bills = await context.Bills.OrderBy(bill => bill.Number).Select(bill => new { bill.Id, bill.Number }).ToListAsync(cancellationToken);
        foreach (var bill in bills)
            findings.AddRange(await CheckAsync(bill.Id, bill.Number, cancellationToken));

        var unfinished = await context.Bills.Where(bill => EF.Property<string>(bill, "State") != "received").Select(bill => bill.Number).ToListAsync(cancellationToken);
        findings.AddRange(unfinished.Select(number => Differs(number, "it is stored but not sealed as received")));
        return findings;
    }

    private async Task<IReadOnlyList<Finding>> CheckAsync(InvoiceId id, string number, CancellationToken cancellationToken)
    {
        try
        {
            var held = await receiver.FindAsync(id, cancellationToken);
            return held is null ? [] : [.. Differences(number, held)];
        }
        catch (Exception error) when (error is InvalidOperationException or FormatException or ArgumentException or OverflowException)
        {
            return [Differs(number, $"it cannot be read: {error.Message}")];
        }
    }

    private static IEnumerable<Finding> Differences(string number, HeldCopy held)
    {
        if (held.RecomputedContentHash != held.ContentHash)
            yield return Differs(number, "its content is not what was received; the content hash differs");
        if (held.RecomputedPdfHash is null)
            yield return Differs(number, "its PDF and hashes are missing");
        else if (held.RecomputedPdfHash != held.PdfHash)
            yield return Differs(number, "its PDF is not what was received; the file's hash differs");
    }

    private static Finding Differs(string number, string what) => new("I4", $"Bill {number}: {what}.");
}
