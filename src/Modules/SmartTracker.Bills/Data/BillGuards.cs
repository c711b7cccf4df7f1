using Microsoft.EntityFrameworkCore;
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
        var (expected, present) = database.Engine == DatabaseEngine.Sqlite
            ? (Sqlite, context.Database.SqlQuery<string>($"""SELECT name AS "Value" FROM sqlite_master WHERE type = 'trigger'"""))
            : (Postgres, context.Database.SqlQuery<string>(
                $"""
                SELECT t.tgname::text AS "Value" FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
                WHERE c.relnamespace = current_schema()::regnamespace AND NOT t.tgisinternal AND t.tgenabled IN ('O', 'A')
                """));
        var names = await present.ToListAsync(cancellationToken);
        return [.. expected.Except(names)];
    }
}
