using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Npgsql;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Shell.Front;

/// <summary>Answers 503 when a tenant's database went away during a request. Nothing here asks that database again.</summary>
internal sealed class DatabaseLoss(RequestDelegate next, ShellSettings settings, FrontDesk desk)
{
    // https://sqlite.org/rescode.html: busy, locked, read-only, I/O error, corrupt, full, cannot open, not a database.
    private static readonly int[] SqliteLoss = [5, 6, 8, 10, 11, 13, 14, 26];

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (Is(exception) && !context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            context.Response.Clear();
            await desk.UnavailableAsync(context, settings, exception);
        }
    }

    /// <summary>Whether the database, and not what was asked of it, is at fault. Drivers and EF wrap the reason.</summary>
    public static bool Is(Exception? exception) => exception switch
    {
        null => false,
        PostgresException postgres => IsLoss(postgres.SqlState) || Is(postgres.InnerException),
        NpgsqlException npgsql => npgsql.IsTransient || npgsql.InnerException is SocketException or IOException or TimeoutException || Is(npgsql.InnerException),
        SqliteException sqlite => SqliteLoss.Contains(sqlite.SqliteErrorCode),
        AggregateException several => several.InnerExceptions.Any(Is),
        _ => Is(exception.InnerException),
    };

    // https://www.postgresql.org/docs/current/errcodes-appendix.html: connection, authorization, no such database, resources, shutdown, system error.
    private static bool IsLoss(string state) =>
        state[..2] is "08" or "28" or "53" or "58" || state is "3D000" or "57P01" or "57P02" or "57P03" or "57P05";
}
