using SmartTracker.Abstractions.Data;

namespace SmartTracker.Bills.Data;

/// <summary>The triggers that must be there and switched on, by database.</summary>
public sealed class BillGuards(BillsDbContext context, ITenantDatabase database)
{
    private static readonly string[] Parts = ["bill_lines", "bill_jobs", "bill_files"];

    private static readonly string[] Sqlite =
    [
        "bills_insert_receiving", "bills_no_update", "bills_no_delete",
        .. Parts.SelectMany(table => new[] { $"{table}_no_insert", $"{table}_no_update", $"{table}_no_delete" }),
    ];

    private static readonly string[] Postgres = ["bills_guard", "bills_no_truncate", .. Parts.SelectMany(table => new[] { $"{table}_guard", $"{table}_no_truncate" })];

    public async Task<IReadOnlyList<string>> MissingAsync(CancellationToken cancellationToken)
    {
        var expected = database.Engine == DatabaseEngine.Sqlite ? Sqlite : Postgres;
        return [.. expected.Except(await context.EnabledTriggersAsync(database.Engine, cancellationToken))];
    }
}
