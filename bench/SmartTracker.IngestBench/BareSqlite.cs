using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace SmartTracker.IngestBench;

/// <summary>One prepared INSERT, executed row by row, in transactions as large as those of an import.</summary>
internal sealed class BareSqlite(string dataFolder) : IBareLoop
{
    private const int RowsPerTransaction = 10_000;

    public async Task<Run> InsertAsync(int rows)
    {
        await using var connection = Open(Farm.Bare);
        var import = Guid.CreateVersion7().ToByteArray(bigEndian: true);
        await using (var insertImport = connection.CreateCommand())
        {
            insertImport.CommandText = $"INSERT INTO imports ({JobColumns.Import}) VALUES ($id, 0, 'bench', 'Ndjson', 0, 0, 0)";
            insertImport.Parameters.AddWithValue("$id", import);
            insertImport.ExecuteNonQuery();
        }

        var printers = Enumerable.Range(0, BenchJob.Printers).Select(_ => Guid.CreateVersion7().ToByteArray(bigEndian: true)).ToArray();
        var started = Stopwatch.GetTimestamp();
        await using var insert = connection.CreateCommand();
        var names = JobColumns.All.Split(',', StringSplitOptions.TrimEntries);
        insert.CommandText = $"INSERT INTO print_jobs ({JobColumns.All}) VALUES ({string.Join(", ", names.Select(name => "$" + name))})";
        var parameters = names.Select(name => insert.Parameters.Add(new SqliteParameter("$" + name, null))).ToArray();
        for (var first = 0; first < rows; first += RowsPerTransaction)
        {
            await using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            for (var i = first; i < Math.Min(rows, first + RowsPerTransaction); i++)
            {
                Set(parameters, new BenchJob(i), printers, import);
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return new Run(rows, Stopwatch.GetElapsedTime(started));
    }

    public Task<(long Jobs, long Area, long Length)> SumsAsync(string tenant)
    {
        using var connection = Open(tenant);
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {JobColumns.Sums} FROM print_jobs";
        using var reader = command.ExecuteReader();
        reader.Read();
        return Task.FromResult((reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)));
    }

    private static void Set(SqliteParameter[] parameters, BenchJob job, byte[][] printers, byte[] import)
    {
        object[] values =
        [
            Guid.CreateVersion7().ToByteArray(bigEndian: true), printers[job.Printer], BenchJob.SerialNumber(job.Printer), 1, job.DeviceJobId, 1, "Print", "Completed",
            job.UserName, job.JobName, Ticks(job.SubmittedAt), Ticks(job.CompletedAt), Ticks(job.CompletedAt), job.Pages, job.Copies, job.Pages * job.Copies,
            job.MediaType, job.MediaWidthUm, job.PageAreaMm2, job.MediaAreaMm2, job.InkNl, job.InkByChannel, job.Figures, Ticks(job.CompletedAt), Ticks(job.CompletedAt), import, "import",
        ];
        for (var i = 0; i < values.Length; i++)
            parameters[i].Value = values[i];
    }

    private static long Ticks(DateTime time) => time.Ticks - DateTime.UnixEpoch.Ticks;

    private SqliteConnection Open(string tenant)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(dataFolder, "Sites", tenant, "smarttracker.db"),
            ForeignKeys = true,
            Pooling = false,
        }.ToString());
        connection.Open();
        return connection;
    }
}
