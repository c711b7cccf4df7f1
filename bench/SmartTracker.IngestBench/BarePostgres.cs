using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace SmartTracker.IngestBench;

/// <summary>One binary COPY of all rows on one connection.</summary>
internal sealed class BarePostgres(string connectionString) : IBareLoop
{
    public async Task<Run> InsertAsync(int rows)
    {
        await using var connection = await OpenAsync(Farm.Bare);
        var import = Guid.CreateVersion7();
        await ExecuteAsync(connection, $"INSERT INTO imports ({JobColumns.Import}) VALUES ('{import}', now(), 'bench', 'Ndjson', 0, 0, 0)");
        var printers = Enumerable.Range(0, BenchJob.Printers).Select(_ => Guid.CreateVersion7()).ToArray();

        var started = Stopwatch.GetTimestamp();
        await using (var copy = await connection.BeginBinaryImportAsync($"COPY print_jobs ({JobColumns.All}) FROM STDIN (FORMAT BINARY)"))
        {
            for (var i = 0; i < rows; i++)
                await WriteAsync(copy, new BenchJob(i), printers, import);
            await copy.CompleteAsync();
        }

        return new Run(rows, Stopwatch.GetElapsedTime(started));
    }

    public async Task<(long Jobs, long Area, long Length)> SumsAsync(string tenant)
    {
        await using var connection = await OpenAsync(tenant);
        await using var command = new NpgsqlCommand($"SELECT {JobColumns.Sums} FROM print_jobs", connection);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt64(0), (long)reader.GetDecimal(1), reader.GetInt64(2));
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, BenchJob job, Guid[] printers, Guid import)
    {
        await copy.StartRowAsync();
        await copy.WriteAsync(Guid.CreateVersion7(), NpgsqlDbType.Uuid);
        await copy.WriteAsync(printers[job.Printer], NpgsqlDbType.Uuid);
        await copy.WriteAsync(BenchJob.SerialNumber(job.Printer), NpgsqlDbType.Text);
        await copy.WriteAsync(1, NpgsqlDbType.Integer);
        await copy.WriteAsync(job.DeviceJobId, NpgsqlDbType.Text);
        await copy.WriteAsync(1, NpgsqlDbType.Integer);
        await copy.WriteAsync("Print", NpgsqlDbType.Text);
        await copy.WriteAsync("Completed", NpgsqlDbType.Text);
        await copy.WriteAsync(job.UserName, NpgsqlDbType.Text);
        await copy.WriteAsync(job.JobName, NpgsqlDbType.Text);
        await copy.WriteAsync(job.SubmittedAt, NpgsqlDbType.TimestampTz);
        await copy.WriteAsync(job.CompletedAt, NpgsqlDbType.TimestampTz);
        await copy.WriteAsync(job.CompletedAt, NpgsqlDbType.TimestampTz);
        await copy.WriteAsync(job.Pages, NpgsqlDbType.Integer);
        await copy.WriteAsync(job.Copies, NpgsqlDbType.Integer);
        await copy.WriteAsync(job.Pages * job.Copies, NpgsqlDbType.Integer);
        await copy.WriteAsync(job.MediaType, NpgsqlDbType.Text);
        await copy.WriteAsync(job.MediaWidthUm, NpgsqlDbType.Bigint);
        await copy.WriteAsync(job.PageAreaMm2, NpgsqlDbType.Bigint);
        await copy.WriteAsync(job.MediaAreaMm2, NpgsqlDbType.Bigint);
        await copy.WriteAsync(job.InkNl, NpgsqlDbType.Bigint);
        await copy.WriteAsync(job.InkByChannel, NpgsqlDbType.Text);
        await copy.WriteAsync(job.Figures, NpgsqlDbType.Text);
        await copy.WriteAsync(job.CompletedAt, NpgsqlDbType.TimestampTz);
        await copy.WriteAsync(job.CompletedAt, NpgsqlDbType.TimestampTz);
        await copy.WriteAsync(import, NpgsqlDbType.Uuid);
        await copy.WriteAsync("import", NpgsqlDbType.Text);
    }

    private async Task<NpgsqlConnection> OpenAsync(string tenant)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 600 }.ToString());
        await connection.OpenAsync();
        await ExecuteAsync(connection, $"SET search_path TO \"{tenant}\"");
        return connection;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
#pragma warning disable CA2100 // Names and ids of the bench itself.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
