using Microsoft.EntityFrameworkCore;

namespace SmartTracker.Abstractions.Data;

public static class DatabaseTriggers
{
    /// <summary>Names of the triggers that are there and switched on in this tenant's database.</summary>
    public static Task<List<string>> EnabledTriggersAsync(this DbContext context, DatabaseEngine engine, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var names = engine == DatabaseEngine.Sqlite
            ? context.Database.SqlQuery<string>($"""SELECT name AS "Value" FROM sqlite_master WHERE type = 'trigger'""")
            : context.Database.SqlQuery<string>(
                $"""
                SELECT t.tgname::text AS "Value" FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
                WHERE c.relnamespace = current_schema()::regnamespace AND NOT t.tgisinternal AND t.tgenabled IN ('O', 'A')
                """);
        return names.ToListAsync(cancellationToken);
    }
}
