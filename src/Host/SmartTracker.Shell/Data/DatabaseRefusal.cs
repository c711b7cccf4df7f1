using Microsoft.Data.Sqlite;
using Npgsql;

namespace SmartTracker.Shell.Data;

/// <summary>What a database says of the content that it was given, and would say again.</summary>
internal static class DatabaseRefusal
{
    // https://sqlite.org/rescode.html: too big, constraint, mismatch, range.
    private static readonly int[] Sqlite = [18, 19, 20, 25];

    public static bool Is(Exception? exception) => exception switch
    {
        null => false,
        // https://www.postgresql.org/docs/current/errcodes-appendix.html: data exception, integrity constraint violation.
        PostgresException postgres => postgres.SqlState[..2] is "22" or "23",
        SqliteException sqlite => Sqlite.Contains(sqlite.SqliteErrorCode),
        _ => Is(exception.InnerException),
    };
}
