using System.Net.Sockets;
using System.Text;
using SmartTracker.Abstractions.Data;
using SmartTracker.TestHost;

namespace SmartTracker.Api.Tests;

public sealed class ImportCutTests
{
    private const int Sent = 23_456;
    private const int StoredAtOnce = 10_000;

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Of_an_upload_that_is_cut_in_the_middle_the_rows_before_are_kept_and_said_and_the_whole_file_adds_only_the_rest(DatabaseEngine engine)
    {
        await using var world = await ImportWorld.StartAsync(engine);
        using (var program = await BeginAsync(world, announced: 1_000_000_000))
        {
            await program.GetStream().WriteAsync(Encoding.UTF8.GetBytes(Rows.Jobs(1, Sent) + Rows.Job(Sent + 1)[..40]));
            await StoredAsync(world, 2 * StoredAtOnce);
            // The program dies: its side of the connection ends as the operating system ends it.
            program.Client.Shutdown(SocketShutdown.Send);
            var import = await world.LastImportAsync();
            Assert.Equal("The body ended in the middle.", import.Text("problem"));
        }

        await RestAsync(world, atLeast: 2 * StoredAtOnce);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_connection_that_is_reset_ends_its_import_and_loses_nothing_that_was_counted(DatabaseEngine engine)
    {
        await using var world = await ImportWorld.StartAsync(engine);
        using (var program = await BeginAsync(world, announced: 1_000_000_000))
        {
            await program.GetStream().WriteAsync(Encoding.UTF8.GetBytes(Rows.Jobs(1, Sent)));
            await StoredAsync(world, StoredAtOnce);
            program.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        Assert.Equal("The body ended in the middle.", (await world.LastImportAsync()).Text("problem"));
        await RestAsync(world, atLeast: StoredAtOnce);
    }

    [Fact]
    public async Task A_body_that_announces_more_than_a_gigabyte_is_refused_before_it_is_sent()
    {
        await using var world = await ImportWorld.StartAsync(DatabaseEngine.Sqlite);
        using var program = await BeginAsync(world, announced: 1024L * 1024 * 1024 + 1);
        using var reader = new StreamReader(program.GetStream());
        Assert.StartsWith("HTTP/1.1 413", await reader.ReadLineAsync(), StringComparison.Ordinal);
        string? line;
        do
            line = await reader.ReadLineAsync();
        while (line?.StartsWith('{') == false);
        Assert.Contains("larger than 1024 MB. Nothing was imported", line, StringComparison.Ordinal);
    }

    private static async Task RestAsync(ImportWorld world, int atLeast)
    {
        var kept = (int)(await world.LastImportAsync())["accepted"]!;
        Assert.InRange(kept, atLeast, Sent);
        Assert.Equal(kept, await world.CountAsync());

        var whole = await world.ImportAsync(Rows.Jobs(1, 2 * Sent));
        Assert.Equal((2 * Sent - kept, kept, 0), (whole.Accepted, whole.Duplicates, whole.RejectedCount));
        Assert.Equal(2 * Sent, await world.CountAsync());
        Assert.Null((await world.LastImportAsync())["problem"]);
    }

    private static Task StoredAsync(ImportWorld world, int jobs) =>
        Eventually.IsTrueAsync(async () => await world.CountAsync() >= jobs, () => "The rows are not stored while the connection is open.");

    /// <summary>The head of an upload on a connection of its own.</summary>
    private static async Task<TcpClient> BeginAsync(ImportWorld world, long announced)
    {
        var address = world.Client.BaseAddress!;
        var connection = new TcpClient();
        await connection.ConnectAsync(address.Host, address.Port);
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {address.AbsolutePath}print-jobs/import HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: {world.Client.DefaultRequestHeaders.Authorization}\r\n"
            + $"Content-Type: application/x-ndjson\r\nContent-Length: {announced}\r\n\r\n"));
        return connection;
    }
}
