using SmartTracker.Abstractions.Data;

namespace SmartTracker.Billing.Data;

/// <summary>The triggers that must be there and switched on, by database.</summary>
public sealed class ImmutabilityGuards(BillingDbContext context, ITenantDatabase database)
{
    private static readonly string[] Tables = ["billing_invoices", "billing_invoice_lines", "billing_invoice_jobs", "billing_invoice_seals"];

    private static readonly string[] Sqlite =
    [
        "billing_invoices_insert_draft", "billing_invoices_no_update", "billing_invoices_no_delete", "billing_invoices_sums",
        "billing_invoice_jobs_no_replace",
        .. Tables.Skip(1).SelectMany(table => new[] { $"{table}_no_insert", $"{table}_no_update", $"{table}_no_delete" }),
    ];

    private static readonly string[] Postgres = [.. Tables.SelectMany(table => new[] { $"{table}_guard", $"{table}_no_truncate" })];

    public async Task<IReadOnlyList<string>> MissingAsync(CancellationToken cancellationToken)
    {
        var expected = database.Engine == DatabaseEngine.Sqlite ? Sqlite : Postgres;
        return [.. expected.Except(await context.EnabledTriggersAsync(database.Engine, cancellationToken))];
    }
}
