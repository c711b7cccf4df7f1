using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Collection.Collecting;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Mailbox;
using SmartTracker.PrinterReaders;
using SmartTracker.PrinterReaders.Ipp;
using SmartTracker.PrinterReaders.Piws;
using SmartTracker.PrinterReaders.Snmp;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Discovery;
using SmartTracker.Printers.Domain;
using SmartTracker.Printers.Domain.Import;
using SmartTracker.Printers.Import;
using SmartTracker.Printers.Registry;
using SmartTracker.TestHost;

namespace SmartTracker.Security.Tests;

/// <summary>An operator who allows the whole internet has not allowed this machine, its cloud's metadata service or anything else special,
/// however somebody spells it, wherever somebody writes it, and whatever a name resolves to.</summary>
public sealed class ForbiddenAddressTests : IDisposable
{
    private readonly Canary _canary = new();

    [Fact]
    public async Task No_spelling_of_a_forbidden_address_gets_a_single_packet()
    {
        await using var host = await StartAsync();
        Assert.True(ForbiddenSpellings.All.Count >= 200, $"{ForbiddenSpellings.All.Count}");
        var judged = 0;
        await host.InTenantAsync(Tenant.DefaultName, async services =>
        {
            var network = services.GetRequiredService<IPrinterNetwork>();
            // The setting does allow what is not special.
            Assert.True(network.Allows(new IPEndPoint(IPAddress.Parse("198.51.100.7"), _canary.Port)));
            foreach (var spelling in ForbiddenSpellings.All)
            {
                foreach (var protocol in new[] { Printer.PiwsProtocol, Printer.IppProtocol, Printer.StateOnly })
                {
                    if (!PrinterAddress.TryParse($"{spelling.TrimEnd()}:{_canary.Port}", protocol, out var address, out _))
                        continue;
                    judged++;
                    var failure = await AskAsync(Connection(address, network));
                    Assert.True(failure?.Code == ReaderFailureCode.NotAllowed, $"{protocol} {spelling}: {failure}");
                    Assert.False(_canary.HeardSomebody, $"{protocol} {spelling} was sent something.");
                }
            }
        });
        Assert.True(judged > 360, $"{judged}");
    }

    [Fact]
    public async Task Neither_the_form_nor_a_file_nor_a_search_nor_the_mailbox_leads_there()
    {
        await using var host = await StartAsync();
        await host.InTenantAsync(Tenant.DefaultName, async services =>
        {
            // Names are judged when they are connected to, numbers at once. Only names that this machine knows itself: no test asks the internet.
            var typed = ForbiddenSpellings.All.Where(spelling => PrinterAddress.TryParse($"{spelling.TrimEnd()}:{_canary.Port}", out var address, out _)
                && (IPAddress.TryParse(address.Host, out _) || address.Host == "localhost")).ToList();
            Assert.True(typed.Count > 120, $"{typed.Count}");
            var check = services.GetRequiredService<PrinterDraftCheck>();
            foreach (var spelling in typed.Where(spelling => !IsName(spelling)))
            {
                var faults = await check.CheckAsync(new PrinterDraft("P", $"{spelling.TrimEnd()}:{_canary.Port}", Printer.PiwsProtocol, null, false), null, CancellationToken.None);
                Assert.Contains(faults, fault => fault.Field == nameof(PrinterDraft.Address));
            }

            var rows = PrinterCsv.Read("name,address\r\n" + string.Concat(typed.Select((spelling, index) => $"P{index},\"{spelling.TrimEnd()}:{_canary.Port}\"\r\n")));
            var plan = await services.GetRequiredService<ImportedPrinters>().RegisterAsync(rows, CancellationToken.None);
            Assert.Equal("localhost", Assert.Single(plan.Printers, printer => printer.IsGood).Row.Address!.Split(':')[0].TrimEnd('.').ToLowerInvariant());
        });
        var collected = await host.InTenantAsync(Tenant.DefaultName, services => services.GetRequiredService<PrintJobCollector>().CollectAsync(null, CancellationToken.None));
        Assert.Equal(nameof(ReaderFailureCode.NotAllowed), Assert.Single(collected).Problem!.Code);

        await SearchAsync(host, "127.0.0.1");
        await SearchAsync(host, "127.0.0.0/29");
        await SearchAsync(host, "::1");
        await host.InTenantAsync(Tenant.DefaultName, OpenMailboxesAsync);
        Assert.False(_canary.HeardSomebody);
    }

    public void Dispose() => _canary.Dispose();

    private Task<RunningHost> StartAsync() => StartAsync(_canary.Port);

    private static async Task<RunningHost> StartAsync(int port)
    {
        var host = await RunningHost.StartAsync(DatabaseEngine.Sqlite, new Dictionary<string, string?>
        {
            ["SmartTracker:Network:Allow:0"] = $"0.0.0.0/0:{port}",
            ["SmartTracker:Network:Allow:1"] = $"[::]/0:{port}",
        });
        await host.CreateTenantAsync(Tenant.DefaultName, """[{"name":"feature","enable":["SmartTracker.Collection"]}]""");
        return host;
    }

    private static bool IsName(string spelling) => PrinterAddress.TryParse(spelling.TrimEnd(), out var address, out _) && address.Host == "localhost";

    private static PrinterConnection Connection(PrinterAddress address, IPrinterNetwork network) => new()
    {
        Address = address.Uri,
        Allows = network.Allows,
        // Every name leads home.
        Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback, IPAddress.IPv6Loopback, IPAddress.Parse("::ffff:127.0.0.1")]),
        Snmp = new SnmpAccess { Version = SnmpVersion.V2c, Community = "public" },
    };

    private static async Task<ReaderFailure?> AskAsync(PrinterConnection connection) => connection.Address.Scheme switch
    {
        "snmp" => (await new SnmpStateReader(TimeProvider.System).FetchStateAsync(connection, CancellationToken.None)).Failure,
        "ipps" => (await new IppReader(TimeProvider.System).ReadIdentityAsync(connection, CancellationToken.None)).Failure,
        _ => (await new PiwsReader(TimeProvider.System).ReadIdentityAsync(connection, CancellationToken.None)).Failure,
    };

    private static async Task SearchAsync(RunningHost host, string part)
    {
        var id = await host.InTenantAsync(Tenant.DefaultName, services =>
        {
            var (run, fault) = services.GetRequiredService<DiscoveryPages>().Begin([], part, null);
            Assert.Null(fault);
            Assert.NotEmpty(run!.Targets);
            return Task.FromResult(run.Id);
        });
        await host.InTenantAsync(Tenant.DefaultName, async services =>
        {
            var run = services.GetRequiredService<DiscoveryRuns>().Find(id)!;
            while (!run.IsOver)
                await Task.Delay(20);
            Assert.Equal((run.Targets.Count, 0), (run.Done, run.Found.Count));
        });
    }

    private async Task OpenMailboxesAsync(IServiceProvider services)
    {
        var mailboxes = services.GetRequiredService<MailboxConnection>();
        var hosts = ForbiddenSpellings.All.Select(spelling => spelling.Trim().Trim('[', ']'))
            .Where(host => Uri.CheckHostName(host) != UriHostNameType.Unknown && (IPAddress.TryParse(host, out _) || host.Equals("localhost", StringComparison.OrdinalIgnoreCase))).ToList();
        Assert.True(hosts.Count > 100, $"{hosts.Count}");
        foreach (var host in hosts)
        {
            var mailbox = new MailboxRow { Host = host, Port = _canary.Port, UserName = "printers" };
            var refused = await Assert.ThrowsAsync<MailboxException>(() => mailboxes.OpenAsync(mailbox, CancellationToken.None));
            Assert.True(refused.Problem.Code == MailboxProblemCode.NotAllowed, $"{host}: {refused.Problem.Code}");
        }
    }
}
