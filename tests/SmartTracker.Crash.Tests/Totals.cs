using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Abstractions.Verification;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Data;
using SmartTracker.Bills.Data;
using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Crash.Tests;

/// <summary>What two installations with the same printers must agree on: all that people see, without ids and times.</summary>
internal static class Totals
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private static readonly Interval Always = new(Instant.FromUtc(1990, 1, 1, 0, 0), Instant.FromUtc(9000, 1, 1, 0, 0));

    /// <summary>Jobs and their cost, documents with their numbers and lines, at both ends.</summary>
    public static async Task<string> OfAsync(World world)
    {
        var totals = new SortedDictionary<string, object>(StringComparer.Ordinal)
        {
            [Tenant.DefaultName] = await world.InAsync(Tenant.DefaultName, IssuedAsync),
        };
        foreach (var customer in Work.Customers)
            totals[customer] = await world.InAsync(customer, ReceivedAsync);
        return JsonSerializer.Serialize(totals, Indented);
    }

    /// <summary>Every finding of <c>verify</c> in every tenant.</summary>
    public static async Task<List<string>> FindingsAsync(World world)
    {
        var findings = new List<string>();
        foreach (var tenant in world.Tenants.List())
        {
            findings.AddRange(await world.InAsync(tenant.Name, async services =>
            {
                var found = new List<string>();
                foreach (var verification in services.GetServices<IVerification>())
                    found.AddRange((await verification.RunAsync(CancellationToken.None)).Select(finding => $"{tenant.Name}: {finding.Invariant} {finding.Message}"));
                return found;
            }));
        }

        return findings;
    }

    private static async Task<object> IssuedAsync(IServiceProvider services)
    {
        var store = services.GetRequiredService<BillingStore>();
        var rows = await store.ListAsync(CancellationToken.None);
        return new
        {
            Waiting = rows.Count(row => row.Delivery?.DeliveredAt is null),
            Documents = await DocumentsAsync(rows.Select(row => row.Invoice.Id), id => store.FindAsync(id, CancellationToken.None)),
        };
    }

    private static async Task<object> ReceivedAsync(IServiceProvider services)
    {
        var store = services.GetRequiredService<BillStore>();
        var bills = await store.ListAsync(CancellationToken.None);
        return new
        {
            Jobs = await services.GetRequiredService<IRatedJobs>().TotalsAsync(Always, CancellationToken.None),
            Documents = await DocumentsAsync(bills.Select(bill => bill.Id), id => store.FindAsync(id, CancellationToken.None)),
        };
    }

    private static async Task<List<object>> DocumentsAsync(IEnumerable<InvoiceId> ids, Func<InvoiceId, Task<InvoiceContent?>> find)
    {
        var documents = new List<InvoiceContent>();
        foreach (var id in ids)
            documents.Add((await find(id))!);
        return [.. documents.OrderBy(document => document.Number, StringComparer.Ordinal).Select(document => (object)new
        {
            document.Number,
            document.CustomerTenant,
            Period = document.PeriodStart.ToString("R", CultureInfo.InvariantCulture),
            Kind = document.Kind.ToString(),
            document.NetMicros,
            document.GrossMicros,
            Jobs = document.Jobs.Count,
            Lines = document.Lines.Select(line => $"{line.Position} {line.Kind} {line.PrinterName} {line.MediaType} {line.JobCount} {line.ExactMicros}").ToList(),
        })];
    }
}
