using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using SmartTracker.PrinterReaders.Piws;
using SmartTracker.PrinterSimulator;
using SmartTracker.PrinterSimulator.Plan;

namespace SmartTracker.PrinterReaders.Tests;

/// <summary>Each fault of a printer gives its own failure, and what arrived whole is kept.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task Nobody_answers()
    {
        var (fetch, printer) = await FetchAsync(new SimulatorFault.ConnectionRefused());
        Assert.Equal(new ReaderFailure(ReaderFailureCode.Absent, $"127.0.0.1:{printer.Plan.Port}"), fetch.Failure);
        Assert.Empty(fetch.Answers);
    }

    [Fact]
    public async Task The_name_is_unknown()
    {
        await using var printer = await Make.PrinterAsync();
        var fetch = await (printer.Connection() with { Address = new Uri("https://plotter.invalid/") }).FetchAsync();
        Assert.Equal(new ReaderFailure(ReaderFailureCode.NameUnknown, "plotter.invalid"), fetch.Failure);
    }

    [Fact]
    public async Task Another_key_stops_everything_before_a_request_is_sent()
    {
        await using var printer = await Make.PrinterAsync();
        var connection = await printer.PinnedAsync();
        var before = printer.Requests.Count;
        await printer.SetFaultAsync(new SimulatorFault.NewKey());

        var fetch = await connection.FetchAsync();
        Assert.Equal(ReaderFailureCode.KeyChanged, fetch.Failure!.Code);
        Assert.Equal(connection.PinnedKey, fetch.Failure.Arguments[0]);
        Assert.Equal(fetch.Certificate!.Key, fetch.Failure.Arguments[1]);
        Assert.NotEqual(connection.PinnedKey, fetch.Certificate.Key);
        Assert.Equal(ReaderFailureCode.KeyChanged, (await Make.Reader.ReadIdentityAsync(connection, CancellationToken.None)).Failure!.Code);
        Assert.Equal(before, printer.Requests.Count);
    }

    [Fact]
    public async Task A_renewed_certificate_with_the_same_key_passes()
    {
        await using var printer = await Make.PrinterAsync();
        var connection = await printer.PinnedAsync();
        var thumbprint = (await Make.Reader.ReadIdentityAsync(connection, CancellationToken.None)).Certificate;
        await printer.SetFaultAsync(new SimulatorFault.RenewedCertificate());
        var fetch = await connection.FetchAsync();
        Assert.Null(fetch.Failure);
        Assert.Equal(thumbprint!.Key, fetch.Certificate!.Key);
    }

    [Fact]
    public async Task A_changed_password_is_tried_once_and_then_no_more()
    {
        var (fetch, printer) = await FetchAsync(new SimulatorFault.PasswordChanged());
        Assert.Equal(ReaderFailureCode.PasswordRefused, fetch.Failure!.Code);
        Assert.Single(printer.Requests, request => request.WithPassword);
    }

    [Theory]
    [InlineData(PasswordScheme.Basic, 0)]
    [InlineData(PasswordScheme.Basic, 3)]
    [InlineData(PasswordScheme.DigestMd5, 0)]
    [InlineData(PasswordScheme.DigestMd5, 3)]
    [InlineData(PasswordScheme.DigestSha256, 3)]
    public async Task However_many_documents_a_visit_asks_for_a_wrong_password_goes_out_twice_at_the_most(PasswordScheme scheme, int acceptedBefore)
    {
        await using var printer = await SimulatedPrinter.StartAsync(
            FleetPlan.Create(1, Make.Options()).Printers[0] with { Passwords = scheme }, TimeProvider.System, CancellationToken.None);
        var connection = await printer.PinnedAsync();
        await printer.SetFaultAsync(new SimulatorFault.PasswordChangesAfter(acceptedBefore));
        var fetch = await new PiwsStateReader(TimeProvider.System).FetchStateAsync(connection, CancellationToken.None);
        Assert.Equal(ReaderFailureCode.PasswordRefused, fetch.Failure!.Code);
        Assert.InRange(printer.WrongPasswords, 1, 2);
    }

    [Fact]
    public async Task A_printer_that_asks_for_a_password_gets_none_while_its_key_is_not_pinned()
    {
        await using var printer = await Make.PrinterAsync();
        await printer.SetFaultAsync(new SimulatorFault.PasswordChanged());
        var fetch = await (printer.Connection() with { Password = printer.Plan.AdminPassword + "-changed" }).FetchAsync();
        Assert.Equal(ReaderFailureCode.PasswordRequired, fetch.Failure!.Code);
        Assert.DoesNotContain(printer.Requests, request => request.WithPassword);
    }

    [Fact]
    public async Task A_printer_that_asks_everywhere_is_read_with_the_right_password()
    {
        await using var printer = await Make.PrinterAsync();
        var connection = await printer.PinnedAsync();
        await printer.SetFaultAsync(new SimulatorFault.PasswordChanged());
        var fetch = await (connection with { Password = printer.Plan.AdminPassword + "-changed" }).FetchAsync();
        Assert.Null(fetch.Failure);
        Assert.True(fetch.Observation().IsComplete);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(700)]
    [InlineData(20_000)]
    public async Task Half_a_document_keeps_the_jobs_that_arrived_whole(int bytes)
    {
        var (fetch, _) = await FetchAsync(new SimulatorFault.CutAfter(bytes));
        Assert.Equal(ReaderFailureCode.HalfDocument, fetch.Failure!.Code);
        var answer = fetch.Answers[^1];
        Assert.False(answer.IsWhole);
        Assert.Equal(bytes, answer.Body.Length);

        var observation = fetch.Observation();
        Assert.Equal(ReaderFailureCode.HalfDocument, observation.Failure!.Code);
        Assert.Equal(System.Text.Encoding.UTF8.GetString(answer.Body).Split("</Job2DPrint>").Length - 1, observation.Jobs.Count);
        Assert.Equal(bytes > 10_000, observation.Jobs.Count > 0);
        Assert.Null(observation.NextCursor);
    }

    [Fact]
    public async Task A_body_without_end_is_read_up_to_the_cap_and_its_whole_jobs_are_kept()
    {
        var (fetch, printer) = await FetchAsync(new SimulatorFault.HugeBody(100), connection => connection with { MaximumBytes = 1024 * 1024 });
        AssertCapped(fetch, printer);
    }

    [Fact]
    public async Task A_compressed_bomb_is_capped_after_decompression()
    {
        var (fetch, printer) = await FetchAsync(new SimulatorFault.CompressedHugeBody(100), connection => connection with { MaximumBytes = 1024 * 1024 });
        AssertCapped(fetch, printer);
    }

    [Fact]
    public async Task Nonsense_is_called_nonsense()
    {
        var (fetch, _) = await FetchAsync(new SimulatorFault.Nonsense());
        Assert.Null(fetch.Failure);
        var observation = fetch.Observation();
        Assert.Equal(ReaderFailureCode.Nonsense, observation.Failure!.Code);
        Assert.Empty(observation.Jobs);
        Assert.NotNull(observation.Identity);
    }

    [Fact]
    public async Task A_login_page_is_not_data()
    {
        var (fetch, _) = await FetchAsync(new SimulatorFault.LoginPage(Redirect: false));
        Assert.Equal(ReaderFailureCode.LoginPage, fetch.Failure!.Code);
        Assert.False(fetch.Observation().IsComplete);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        var (fetch, printer) = await FetchAsync(new SimulatorFault.LoginPage(Redirect: true));
        Assert.Equal((ReaderFailureCode.Redirected, "/hp/device/signin/index.htm"), (fetch.Failure!.Code, fetch.Failure.Arguments[1]));
        Assert.DoesNotContain(printer.Requests, request => request.Path.StartsWith("/hp/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Slow_bytes_end_at_the_deadline_of_the_whole_visit()
    {
        var watch = Stopwatch.StartNew();
        var (fetch, _) = await FetchAsync(new SimulatorFault.SlowBytes(TimeSpan.FromMilliseconds(20)), connection => connection with { Deadline = TimeSpan.FromSeconds(2) });
        Assert.Equal(new ReaderFailure(ReaderFailureCode.TimedOut, "2"), fetch.Failure);
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(60));
        Assert.False(fetch.Answers[^1].IsWhole);
        Assert.InRange(fetch.Answers[^1].Body.Length, 1, 5000);
    }

    [Fact]
    public async Task A_caller_that_gives_up_is_obeyed()
    {
        await using var printer = await Make.PrinterAsync();
        await printer.SetFaultAsync(new SimulatorFault.SlowBytes(TimeSpan.FromMilliseconds(20)));
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Make.Reader.FetchAsync(printer.Connection(), null, cancel.Token));
    }

    [Theory]
    [InlineData("https://127.0.0.1")]
    [InlineData("https://localhost")]
    [InlineData("https://[::ffff:127.0.0.1]")]
    [InlineData("https://2130706433")]
    [InlineData("https://0x7f.1")]
    public async Task An_address_that_is_not_allowed_gets_no_connection(string address)
    {
        using var canary = new TcpListener(IPAddress.Loopback, 0);
        canary.Start();
        var port = ((IPEndPoint)canary.LocalEndpoint).Port;
        var asked = new List<IPEndPoint>();
        var connection = new PrinterConnection
        {
            Address = new Uri($"{address}:{port}/"),
            Allows = endpoint =>
            {
                asked.Add(endpoint);
                return false;
            },
        };
        var fetch = await connection.FetchAsync();
        Assert.Equal(ReaderFailureCode.NotAllowed, fetch.Failure!.Code);
        Assert.All(asked, endpoint => Assert.True(IPAddress.IsLoopback(endpoint.Address) && !endpoint.Address.IsIPv4MappedToIPv6 && endpoint.Port == port));
        Assert.False(canary.Pending());
    }

    [Fact]
    public async Task Something_without_TLS_is_named()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var serving = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync();
            await client.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray());
        });
        var fetch = await new PrinterConnection { Address = new Uri($"https://127.0.0.1:{port}/"), Allows = _ => true }.FetchAsync();
        await serving;
        Assert.Equal(new ReaderFailure(ReaderFailureCode.TlsFailed, $"127.0.0.1:{port}"), fetch.Failure);
    }

    [Fact]
    public async Task A_repaired_printer_is_read_again()
    {
        await using var printer = await Make.PrinterAsync();
        var connection = await printer.PinnedAsync();
        await printer.SetFaultAsync(new SimulatorFault.NewKey());
        Assert.NotNull((await connection.FetchAsync()).Failure);
        await printer.SetFaultAsync(null);
        Assert.Null((await connection.FetchAsync()).Failure);
    }

    [Fact]
    public async Task A_printer_that_needs_old_TLS_can_be_told_so()
    {
        await using var printer = await Make.PrinterAsync();
        Assert.Null((await (printer.Connection() with { AllowLegacyTls = true }).FetchAsync()).Failure);
    }

    private static void AssertCapped(PrinterFetch fetch, SimulatedPrinter printer)
    {
        Assert.Equal(new ReaderFailure(ReaderFailureCode.TooLarge, "1"), fetch.Failure);
        Assert.Equal(1024 * 1024, fetch.Answers[^1].Body.Length);
        var observation = fetch.Observation();
        Assert.Equal(printer.Plan.Jobs.Count, observation.Jobs.Count);
        Assert.Equal(ReaderFailureCode.HalfDocument, observation.Failure!.Code);
        Assert.Contains(observation.Problems, problem => problem.Code == ObservationProblemCode.JobTwice);
    }

    private static async Task<(PrinterFetch Fetch, SimulatedPrinter Printer)> FetchAsync(SimulatorFault fault, Func<PrinterConnection, PrinterConnection>? change = null)
    {
        await using var printer = await Make.PrinterAsync();
        var connection = await printer.PinnedAsync();
        await printer.SetFaultAsync(fault);
        return (await (change?.Invoke(connection) ?? connection).FetchAsync(), printer);
    }
}
