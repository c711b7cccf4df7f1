using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using SmartTracker.Protocols.Snmp.Codec;
using SmartTracker.Protocols.Snmp.Messages;
using SmartTracker.SnmpPeers;

namespace SmartTracker.Protocols.Snmp.Tests;

/// <summary>Agents that answer wrongly, late, too much or not at all, over a real socket.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task Answers_to_other_questions_are_waited_through()
    {
        await using var agent = new SnmpAgent((packet, _) =>
        {
            var right = SnmpAgent.Answers(Make.Plotter, "public", packet).Single();
            var message = Make.Read(right);
            return
            [
                [1, 2, 3],
                SnmpEncoder.Encode(message with { Pdu = message.Pdu with { RequestId = message.Pdu.RequestId ^ 1, Varbinds = [] } }),
                SnmpEncoder.Encode(message with { IsVersion1 = true }),
                SnmpEncoder.Encode(message with { Pdu = message.Pdu with { Type = SnmpPduType.Report } }),
                packet,
                right,
            ];
        });
        var reply = await agent.Connection().GetAsync();
        Assert.Null(reply.Failure);
        Assert.StartsWith("HP ETHERNET", ((SnmpOctets)reply.Varbinds[0].Value).Text, StringComparison.Ordinal);
        Assert.Equal(1, agent.Received);
    }

    [Fact]
    public async Task An_answer_from_another_address_is_not_heard()
    {
        using var stranger = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        stranger.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        await using var agent = new SnmpAgent((packet, from) =>
        {
            stranger.SendTo(SnmpAgent.Answers(Make.Plotter, "public", packet).Single(), from);
            return [];
        });
        Assert.Equal(new SnmpFailure(SnmpFailureKind.Silent), (await agent.Connection().Impatient().GetAsync()).Failure);
        Assert.Equal(3, agent.Received);
    }

    [Fact]
    public async Task Only_wrong_answers_end_with_what_was_wrong()
    {
        await using var noise = new SnmpAgent((_, _) => [[0x30, 0x03, 1]]);
        Assert.Equal(SnmpFailureKind.NotUnderstood, (await noise.Connection().Impatient().GetAsync()).Failure!.Kind);
        await using var other = Make.Agent(message => message with { Pdu = message.Pdu with { RequestId = 1 } });
        Assert.Equal(SnmpFailureKind.TimedOut, (await other.Connection().Impatient().GetAsync()).Failure!.Kind);
        await using var names = Make.Agent(message => message with { Pdu = message.Pdu with { Varbinds = [.. Make.Plotter.All.Take(1).Select(one => one with { Name = Make.Supplies })] } });
        Assert.Equal(SnmpFailureKind.NotUnderstood, (await names.Connection().GetAsync()).Failure!.Kind);
        await using var empty = Make.Agent(message => message with { Pdu = message.Pdu with { Varbinds = [] } });
        Assert.Equal(SnmpFailureKind.NotUnderstood, (await empty.Connection().WalkAsync()).Failure!.Kind);
    }

    [Fact]
    public async Task A_packet_that_was_lost_is_sent_again_with_growing_patience()
    {
        var at = new List<long>();
        await using var agent = new SnmpAgent((packet, _) =>
        {
            at.Add(Stopwatch.GetTimestamp());
            return at.Count < 3 ? [] : SnmpAgent.Answers(Make.Plotter, "public", packet);
        });
        Assert.Null((await agent.Connection().Impatient().GetAsync()).Failure);
        Assert.Equal(3, agent.Received);
        Assert.InRange(Stopwatch.GetElapsedTime(at[0], at[1]).TotalMilliseconds, 140, 5000);
        Assert.InRange(Stopwatch.GetElapsedTime(at[1], at[2]).TotalMilliseconds, 290, 5000);
    }

    [Fact]
    public async Task A_late_answer_to_the_first_packet_is_an_answer()
    {
        byte[]? first = null;
        await using var agent = new SnmpAgent((packet, _) =>
        {
            if (first is not null)
                return [first];
            first = SnmpAgent.Answers(Make.Plotter, "public", packet).Single();
            return [];
        });
        Assert.Null((await agent.Connection().Impatient().GetAsync()).Failure);
    }

    [Fact]
    public async Task Who_keeps_silent_is_given_up_after_the_tries_or_at_the_deadline()
    {
        await using var agent = new SnmpAgent((_, _) => []);
        Assert.Equal(SnmpFailureKind.Silent, (await agent.Connection().Impatient().GetAsync()).Failure!.Kind);
        Assert.Equal(3, agent.Received);

        var watch = Stopwatch.StartNew();
        var impatient = agent.Connection() with { Deadline = TimeSpan.FromMilliseconds(300), FirstPatience = TimeSpan.FromSeconds(20) };
        Assert.Equal(SnmpFailureKind.Silent, (await impatient.GetAsync()).Failure!.Kind);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0.25, 10);
    }

    [Fact]
    public async Task Another_community_gets_silence()
    {
        await using var agent = SnmpAgent.Of(Make.Plotter);
        Assert.Equal(SnmpFailureKind.Silent, (await agent.Connection(new SnmpCommunity("other")).Impatient().GetAsync()).Failure!.Kind);
    }

    [Fact]
    public async Task A_closed_port_is_told_at_once()
    {
        int port;
        await using (var agent = SnmpAgent.Of(Make.Plotter))
            port = agent.Port;
        Assert.Equal(SnmpFailureKind.Unreachable, (await (Make.Connection(port) with { FirstPatience = TimeSpan.FromSeconds(20) }).GetAsync()).Failure!.Kind);
    }

    [Fact]
    public async Task An_address_that_is_not_allowed_gets_no_packet()
    {
        await using var agent = SnmpAgent.Of(Make.Plotter);
        foreach (var host in new[] { "127.0.0.1", "localhost", "::ffff:127.0.0.1", "[::ffff:127.0.0.1]" })
        {
            var asked = new List<IPEndPoint>();
            var connection = agent.Connection() with
            {
                Host = host,
                Allows = endpoint =>
                {
                    asked.Add(endpoint);
                    return false;
                },
            };
            Assert.Equal(SnmpFailureKind.NotAllowed, (await connection.GetAsync()).Failure!.Kind);
            Assert.Contains(new IPEndPoint(IPAddress.Loopback, agent.Port), asked);
        }

        Assert.Equal(0, agent.Received);
        Assert.Equal(SnmpFailureKind.NameUnknown, (await (agent.Connection() with { Host = "no-such-printer.invalid" }).GetAsync()).Failure!.Kind);
    }

    [Fact]
    public async Task A_name_is_resolved_once_and_all_packets_go_where_it_led()
    {
        await using var agent = SnmpAgent.Of(Make.Plotter);
        var asked = 0;
        var connection = agent.Connection() with
        {
            Host = "plotter.example",
            Resolve = (_, _) => Task.FromResult<IPAddress[]>([asked++ == 0 ? IPAddress.Loopback : IPAddress.Parse("169.254.169.254")]),
        };
        using var client = new SnmpClient(connection, TimeProvider.System);
        Assert.Null((await client.WalkAsync(Make.Supplies, CancellationToken.None)).Failure);
        Assert.Null((await client.GetAsync([Make.SysDescr], CancellationToken.None)).Failure);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_table_that_turns_in_circles_ends()
    {
        await using var agent = Make.Agent(message => message with { Pdu = message.Pdu with { Varbinds = [.. Make.Plotter.All.Where(one => one.Name.StartsWith(Make.Supplies)).Take(4)] } });
        var walk = await agent.Connection().WalkAsync();
        Assert.Equal(SnmpFailureKind.NotIncreasing, walk.Failure!.Kind);
        Assert.Equal(walk.Varbinds[0].Name.ToString(), walk.Failure.Detail);
        Assert.Equal(4, walk.Varbinds.Count);
        Assert.Equal(2, agent.Received);
    }

    [Fact]
    public async Task A_table_without_end_ends_at_each_limit()
    {
        var row = 0u;
        await using var agent = Make.Agent(message => message with
        {
            Pdu = message.Pdu with { Varbinds = [.. Enumerable.Range(0, 20).Select(_ => new SnmpVarbind(Make.Supplies.Append(row++), new SnmpOctets(new byte[100])))] },
        });
        Assert.Equal(100, await Walked(new SnmpLimits { WalkVarbinds = 100 }, "walk"));
        Assert.InRange(await Walked(new SnmpLimits { WalkBytes = 5000 }, "walk"), 30, 50);
        Assert.Equal(140, await Walked(new SnmpLimits { Requests = 7 }, "requests"));

        async Task<int> Walked(SnmpLimits limits, string limit)
        {
            var walk = await (agent.Connection() with { Limits = limits }).WalkAsync();
            Assert.Equal(new SnmpFailure(SnmpFailureKind.TooLarge, limit), walk.Failure);
            return walk.Varbinds.Count;
        }
    }

    [Fact]
    public async Task A_flood_of_wrong_answers_ends()
    {
        await using var agent = new SnmpAgent((_, _) => Enumerable.Repeat<byte[]>([1], 200));
        Assert.Equal(new SnmpFailure(SnmpFailureKind.TooLarge, "packets"), (await agent.Connection().GetAsync()).Failure);
    }

    [Theory]
    [InlineData(SnmpErrorStatus.TooBig, 6)]
    [InlineData(SnmpErrorStatus.GenErr, 1)]
    public async Task An_agent_that_cannot_give_many_rows_at_once_is_asked_for_fewer(int status, int most)
    {
        await using var agent = new SnmpAgent((packet, _) => Make.Read(packet) is { Pdu: { Type: SnmpPduType.GetBulk } pdu } message && pdu.ErrorIndex > most
            ? [SnmpEncoder.Encode(message with { Pdu = pdu with { Type = SnmpPduType.Response, ErrorStatus = status, ErrorIndex = 0, Varbinds = [] } })]
            : SnmpAgent.Answers(Make.Plotter, "public", packet));
        var walk = await agent.Connection().WalkAsync();
        Assert.Null(walk.Failure);
        Assert.Equal(Make.Plotter.All.Where(one => one.Name.StartsWith(Make.Supplies)), walk.Varbinds);
    }

    [Theory]
    [InlineData(SnmpErrorStatus.AuthorizationError, SnmpFailureKind.NoAccess, "")]
    [InlineData(SnmpErrorStatus.GenErr, SnmpFailureKind.AgentError, "genErr")]
    [InlineData(77, SnmpFailureKind.AgentError, "77")]
    public async Task An_error_of_the_agent_has_its_name(int status, SnmpFailureKind kind, string detail)
    {
        await using var agent = Make.Agent(message => message with { Pdu = message.Pdu with { ErrorStatus = status, ErrorIndex = 1 } });
        Assert.Equal(new SnmpFailure(kind, detail), (await agent.Connection().GetAsync()).Failure);
        Assert.Equal(new SnmpFailure(kind, detail), (await agent.Connection().WalkAsync()).Failure);
    }

    [Fact]
    public async Task With_v1_what_is_absent_does_not_take_the_rest_with_it()
    {
        await using var agent = SnmpAgent.Of(Make.Plotter);
        var version1 = agent.Connection(new SnmpCommunity("public", IsVersion1: true));
        var reply = await version1.GetAsync(Oid.Parse("1.3.6.1.9.9"), Make.SysDescr, Make.Supplies);
        Assert.Null(reply.Failure);
        Assert.Equal([typeof(SnmpNothing), typeof(SnmpOctets), typeof(SnmpNothing)], reply.Varbinds.Select(varbind => varbind.Value.GetType()));
        // The last table of the device: behind it is nothing, which v1 calls an error.
        var last = Oid.Parse("1.3.6.1.4.1.11");
        Assert.Equal(Make.Plotter.All.Where(one => one.Name.StartsWith(last)), (await version1.WalkAsync(last)).Varbinds);
        Assert.Null((await version1.WalkAsync(last)).Failure);
    }

    [Fact]
    public async Task Cancelling_throws_and_nothing_else_does()
    {
        await using var agent = new SnmpAgent((_, _) => []);
        using var client = new SnmpClient(agent.Connection() with { FirstPatience = TimeSpan.FromSeconds(20) }, TimeProvider.System);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetAsync([Make.SysDescr], cancel.Token));
    }

    [Fact]
    public async Task What_a_walk_keeps_is_what_came()
    {
        await using var agent = SnmpAgent.Of(Make.Plotter);
        var walk = await agent.Connection().WalkAsync();
        var (varbinds, defect) = SnmpVarbinds.Decode(walk.Encoded());
        Assert.Null(defect);
        Assert.Equal(walk.Varbinds, varbinds);
        Assert.NotEmpty(varbinds);
    }
}
