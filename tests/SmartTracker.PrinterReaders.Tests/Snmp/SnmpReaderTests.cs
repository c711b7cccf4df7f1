using System.Net;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Protocols.Snmp;
using SmartTracker.Protocols.Snmp.Codec;
using SmartTracker.Protocols.Snmp.Messages;
using SmartTracker.SnmpPeers;

namespace SmartTracker.PrinterReaders.Tests.Snmp;

/// <summary>From the socket to the state: the real snmpd, our own agent, and what goes wrong on the way.</summary>
public sealed class SnmpReaderTests
{
    private static readonly SnmpObjects Plotter = new(Devices.Varbinds("plotter"));

    [Theory]
    [InlineData("plotter")]
    [InlineData("office")]
    public async Task Snmpd_in_the_role_of_a_printer_is_read_by_each_version_alike(string device)
    {
        await using var agent = await Snmpd.StartAsync(
        [
            "rocommunity public 127.0.0.1", "createUser reader SHA-256 authpass123 AES privpass123", "rouser reader priv", .. Devices.Lines(device),
        ]);
        var expected = SnmpMake.State(device);
        SnmpAccess[] accesses = [SnmpMake.Access, SnmpMake.Access with { Version = SnmpVersion.V1 }, SnmpMake.V3];
        foreach (var access in accesses)
        {
            var (fetch, state) = await SnmpMake.Connection(agent.Port, access).ReadAsync();
            Assert.Null(fetch.Failure);
            Assert.All(fetch.Answers, answer => Assert.True(answer is { Status: 200, IsWhole: true } && answer.Path.StartsWith("snmp/1.3.6.1.", StringComparison.Ordinal)));
            // The moment of an alert is worked out from when the answer came.
            Assert.Equivalent(expected with { Alerts = [] }, state with { Alerts = [] }, strict: true);
            Assert.Equal(expected.Alerts.Select(alert => alert.Text), state.Alerts.Select(alert => alert.Text));
        }
    }

    [Fact]
    public async Task The_same_answers_give_the_same_state_and_nothing_of_the_secrets_is_in_them()
    {
        await using var agent = SnmpAgent.Of(Plotter, "geheim");
        var fetch = await SnmpMake.Reader.FetchStateAsync(SnmpMake.Connection(agent.Port, SnmpMake.Access with { Community = "geheim" }), CancellationToken.None);
        Assert.Equivalent(SnmpMake.Reader.InterpretState(fetch.Answers), SnmpMake.Reader.InterpretState([.. fetch.Answers.Reverse()]), strict: true);
        Assert.All(fetch.Answers, answer => Assert.DoesNotContain("geheim", System.Text.Encoding.Latin1.GetString(answer.Body), StringComparison.Ordinal));
        Assert.Equal(12, fetch.Answers.Count);
    }

    [Fact]
    public async Task A_printer_of_another_maker_is_not_asked_for_numbers_of_HP()
    {
        var asked = new List<Oid>();
        var office = new SnmpObjects(Devices.Varbinds("office"));
        await using var agent = new SnmpAgent((packet, _) =>
        {
            asked.AddRange(((CommunityMessage)SnmpDecoder.Decode(packet).Value!).Pdu.Varbinds.Select(varbind => varbind.Name));
            return SnmpAgent.Answers(office, "public", packet);
        });
        Assert.Null((await SnmpMake.Connection(agent.Port).ReadAsync()).Fetch.Failure);
        Assert.DoesNotContain(asked, name => name.StartsWith(Oid.Parse("1.3.6.1.4.1.11")));
    }

    [Fact]
    public async Task One_table_that_turns_in_circles_costs_only_itself()
    {
        var alert = Plotter.All.First(varbind => varbind.Name.StartsWith(Oid.Parse("1.3.6.1.2.1.43.18")));
        await using var agent = new SnmpAgent((packet, _) =>
        {
            var message = (CommunityMessage)SnmpDecoder.Decode(packet).Value!;
            return message.Pdu.Varbinds[0].Name.StartsWith(Oid.Parse("1.3.6.1.2.1.43.18"))
                ? [SnmpEncoder.Encode(message with { Pdu = message.Pdu with { Type = SnmpPduType.Response, ErrorStatus = 0, ErrorIndex = 0, Varbinds = [alert] } })]
                : SnmpAgent.Answers(Plotter, "public", packet);
        });
        var (fetch, state) = await SnmpMake.Connection(agent.Port).ReadAsync();
        Assert.Equal(new ReaderFailure(ReaderFailureCode.Nonsense, "snmp/1.3.6.1.2.1.43.18.1.1"), fetch.Failure);
        Assert.Equal(ReaderFailureCode.HalfDocument, state.Failure!.Code);
        Assert.Equal((6, "SIM0000042"), (state.Consumables.Count, state.Identity!.SerialNumber));
        Assert.Single(state.Alerts);
    }

    [Fact]
    public async Task An_agent_that_falls_silent_midway_leaves_what_it_had_said()
    {
        var packets = 0;
        await using var agent = new SnmpAgent((packet, _) => ++packets > 3 ? [] : SnmpAgent.Answers(Plotter, "public", packet));
        var (fetch, state) = await (SnmpMake.Connection(agent.Port) with { Deadline = TimeSpan.FromSeconds(1) }).ReadAsync();
        Assert.Equal(new ReaderFailure(ReaderFailureCode.TimedOut, "1"), fetch.Failure);
        Assert.Equal("plotter-eg", state.Identity!.DeviceName);
        Assert.Empty(state.Consumables);
    }

    [Fact]
    public async Task What_is_no_printer_is_told()
    {
        await using var agent = SnmpAgent.Of(new SnmpObjects(Plotter.All.Take(4)));
        var (fetch, state) = await SnmpMake.Connection(agent.Port).ReadAsync();
        Assert.Equal(new ReaderFailure(ReaderFailureCode.NotFound, "snmp/1.3.6.1.2.1.43.5.1.1"), fetch.Failure);
        Assert.Equal("plotter-eg", state.Identity!.DeviceName);
    }

    [Fact]
    public async Task Each_failure_has_its_name()
    {
        await using var agent = await Snmpd.StartAsync(["createUser reader SHA-256 authpass123 AES privpass123", "rouser reader priv"]);
        Assert.Equal(new ReaderFailure(ReaderFailureCode.PasswordRefused, "snmp/1.3.6.1.2.1.1"), await FailureAsync(access => access with { AuthenticationSecret = "another123" }));
        Assert.Equal(new ReaderFailure(ReaderFailureCode.PasswordRefused, "snmp/1.3.6.1.2.1.1"), await FailureAsync(access => access with { UserName = "nobody" }));
        Assert.Equal(new ReaderFailure(ReaderFailureCode.PasswordRequired, "snmp"), await FailureAsync(access => access with { PrivacySecret = null }));
        Assert.Equal(new ReaderFailure(ReaderFailureCode.PasswordRequired, "snmp"), await FailureAsync(_ => SnmpMake.Access with { Community = "" }));

        var closed = SnmpMake.Connection(1);
        Assert.Equal(new ReaderFailure(ReaderFailureCode.Absent, "127.0.0.1:1"), (await closed.ReadAsync()).Fetch.Failure);
        var forbidden = SnmpMake.Connection(agent.Port) with { Allows = _ => false };
        Assert.Equal(new ReaderFailure(ReaderFailureCode.NotAllowed, $"127.0.0.1:{agent.Port}"), (await forbidden.ReadAsync()).Fetch.Failure);
        var unasked = SnmpMake.Connection(agent.Port) with { Snmp = null };
        Assert.Equal(new ReaderFailure(ReaderFailureCode.PasswordRequired, "snmp"), (await unasked.ReadAsync()).Fetch.Failure);

        async Task<ReaderFailure?> FailureAsync(Func<SnmpAccess, SnmpAccess> change) =>
            (await SnmpMake.Connection(agent.Port, change(SnmpMake.V3)).ReadAsync()).Fetch.Failure;
    }

    [Fact]
    public async Task A_printer_whose_jobs_come_over_https_is_asked_at_the_usual_port()
    {
        IPEndPoint? asked = null;
        var connection = SnmpMake.Connection(161) with
        {
            Address = new Uri("https://127.0.0.1:8443/"),
            Allows = endpoint =>
            {
                asked = endpoint;
                return false;
            },
        };
        await connection.ReadAsync();
        Assert.Equal(new IPEndPoint(IPAddress.Loopback, 161), asked);
    }
}
