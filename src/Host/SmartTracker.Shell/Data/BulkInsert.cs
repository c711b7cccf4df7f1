using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace SmartTracker.Shell.Data;

/// <summary>Writes many new rows at once on a context's connection and transaction: binary COPY on PostgreSQL, one prepared statement on SQLite.</summary>
internal static class BulkInsert
{
    public static Task InsertAsync<T>(DbContext context, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        var table = BulkTable<T>.Of(context.Model);
        switch (context.Database.GetDbConnection())
        {
            case NpgsqlConnection postgres:
                return CopyAsync(postgres, table, rows, cancellationToken);
            case SqliteConnection sqlite:
                Insert(sqlite, (SqliteTransaction)context.Database.CurrentTransaction!.GetDbTransaction(), table, rows, cancellationToken);
                return Task.CompletedTask;
            default:
                throw new NotSupportedException("This database has no bulk insert.");
        }
    }

    private static async Task CopyAsync<T>(NpgsqlConnection connection, BulkTable<T> table, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        await using var stream = await connection.BeginRawBinaryCopyAsync($"COPY {table.Name} ({table.ColumnNames}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        try
        {
            var copy = new PostgresCopy(stream);
            copy.Begin();
            foreach (var row in rows)
            {
                copy.Row(table.Columns.Length);
                foreach (var column in table.Columns)
                    column.Write(copy, row);
                if (copy.IsFull)
                    await copy.SendAsync(cancellationToken);
            }

            copy.End();
            await copy.SendAsync(cancellationToken);
        }
        catch
        {
            // Closing the stream would complete the COPY.
            await stream.CancelAsync();
            throw;
        }
    }

    private static void Insert<T>(SqliteConnection connection, SqliteTransaction transaction, BulkTable<T> table, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        var parameters = table.Columns.Select((_, position) => insert.Parameters.Add(new SqliteParameter($"$p{position}", null))).ToArray();
#pragma warning disable CA2100 // Names from the model.
        insert.CommandText = $"INSERT INTO {table.Name} ({table.ColumnNames}) VALUES ({string.Join(", ", parameters.Select(parameter => parameter.ParameterName))})";
#pragma warning restore CA2100
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var i = 0; i < parameters.Length; i++)
                parameters[i].Value = table.Columns[i].Value(row);
            insert.ExecuteNonQuery();
        }
    }
}
