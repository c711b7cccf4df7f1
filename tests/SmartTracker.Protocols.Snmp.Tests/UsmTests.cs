using SmartTracker.Protocols.Snmp.Codec;
using SmartTracker.Protocols.Snmp.Messages;

namespace SmartTracker.Protocols.Snmp.Tests;

/// <summary>v3 against an engine that lies, in each of the ways that the model guards against.</summary>
public sealed class UsmTests
{
    [Fact]
    public async Task An_honest_engine_is_found_and_answers()
    {
        await using var agent = new FakeEngine(Make.User).Start();
        var reply = await agent.Connection(Make.User).GetAsync();
        Assert.Null(reply.Failure);
        Assert.IsType<SnmpOctets>(reply.Varbinds[0].Value);
        // Discovery and question.
        Assert.Equal(2, agent.Received);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(7, 99_000)]
    [InlineData(8, 100_000)]
    public async Task A_clock_that_was_told_wrongly_is_set_right_and_the_question_sent_again(int boots, int time)
    {
        await using var agent = new FakeEngine(Make.User) { Pretends = (boots, time) }.Start();
        Assert.Null((await agent.Connection(Make.User).GetAsync()).Failure);
        Assert.Equal(3, agent.Received);
    }

    [Fact]
    public async Task A_reboot_between_two_questions_is_followed()
    {
        var engine = new FakeEngine(Make.User);
        await using var agent = engine.Start();
        using var client = new SnmpClient(agent.Connection(Make.User), TimeProvider.System);
        Assert.Null((await client.GetAsync([Make.SysDescr], CancellationToken.None)).Failure);
        (engine.Boots, engine.Time) = (8, 3);
        Assert.Null((await client.GetAsync([Make.SysDescr], CancellationToken.None)).Failure);
    }

    [Theory]
    [InlineData(1u, SnmpFailureKind.LevelNotSupported)]
    [InlineData(2u, SnmpFailureKind.NotInTimeWindow)]
    [InlineData(3u, SnmpFailureKind.UserUnknown)]
    [InlineData(4u, SnmpFailureKind.EngineChanged)]
    [InlineData(5u, SnmpFailureKind.AuthenticationRefused)]
    [InlineData(6u, SnmpFailureKind.PrivacyRefused)]
    [InlineData(99u, SnmpFailureKind.NotUnderstood)]
    public async Task A_report_has_its_meaning(uint counter, SnmpFailureKind kind)
    {
        await using var agent = new FakeEngine(Make.User) { Reports = counter }.Start();
        Assert.Equal(kind, (await agent.Connection(Make.User).GetAsync()).Failure!.Kind);
        Assert.InRange(agent.Received, 2, 7);
    }

    [Fact]
    public async Task Another_pass_phrase_is_told_from_another_user()
    {
        await using var agent = new FakeEngine(Make.User).Start();
        Assert.Equal(SnmpFailureKind.AuthenticationRefused, (await agent.Connection(Make.User with { AuthenticationSecret = "another123" }).GetAsync()).Failure!.Kind);
        Assert.Equal(SnmpFailureKind.PrivacyRefused, (await agent.Connection(Make.User with { PrivacySecret = "another123" }).GetAsync()).Failure!.Kind);
        await using var silent = new FakeEngine(Make.User) { KeepsSilent = true }.Start();
        Assert.Equal(SnmpFailureKind.PrivacyRefused, (await silent.Connection(Make.User with { PrivacySecret = "another123" }).Impatient().GetAsync()).Failure!.Kind);
    }

    public static TheoryData<string, SnmpFailureKind> Lies => new()
    {
        { "code", SnmpFailureKind.AgentNotAuthentic },
        { "data", SnmpFailureKind.AgentNotAuthentic },
        { "another engine", SnmpFailureKind.EngineChanged },
        { "another user", SnmpFailureKind.AgentNotAuthentic },
        { "in clear text", SnmpFailureKind.AgentNotAuthentic },
        { "before the reboot", SnmpFailureKind.NotInTimeWindow },
        { "an hour old", SnmpFailureKind.NotInTimeWindow },
        { "another message", SnmpFailureKind.TimedOut },
    };

    [Theory, MemberData(nameof(Lies))]
    public async Task A_forged_or_repeated_answer_is_none(string lie, SnmpFailureKind kind)
    {
        var user = Make.User with { Privacy = PrivacyProtocol.None };
        var engine = new FakeEngine(user);
        await using var agent = engine.Start();
        using var client = new SnmpClient(agent.Connection(user) with { Tries = 1, FirstPatience = TimeSpan.FromMilliseconds(300) }, TimeProvider.System);
        Assert.Null((await client.GetAsync([Make.SysDescr], CancellationToken.None)).Failure);

        switch (lie)
        {
            case "code":
                engine.Tampers = bytes => Flip(bytes, ((UsmMessage)SnmpDecoder.Decode(bytes).Value!).CodeEnd - 1);
                break;
            case "data":
                engine.Tampers = bytes => Flip(bytes, bytes.Length - 1);
                break;
            case "another engine":
                engine.Changes = message => message with { EngineId = new byte[12] };
                break;
            case "another user":
                engine.Changes = message => message with { UserName = "writer"u8.ToArray() };
                break;
            case "in clear text":
                engine.Downgrades = true;
                break;
            case "before the reboot":
                engine.Changes = message => message with { Boots = message.Boots - 1 };
                break;
            case "an hour old":
                engine.Changes = message => message with { Time = message.Time - 3600 };
                break;
            case "another message":
                engine.Changes = message => message with { MessageId = message.MessageId ^ 1 };
                break;
        }

        var reply = await client.GetAsync([Make.SysDescr], CancellationToken.None);
        Assert.Equal(kind, reply.Failure!.Kind);
        Assert.Empty(reply.Varbinds);
    }

    [Theory]
    [InlineData(KeyExtension.Blumenthal, true)]
    [InlineData(KeyExtension.Blumenthal, false)]
    [InlineData(KeyExtension.Reeder, true)]
    [InlineData(KeyExtension.Reeder, false)]
    public async Task Which_way_a_device_lengthens_keys_is_found_once_and_remembered(KeyExtension extension, bool keepsSilent)
    {
        var user = Make.User with { Authentication = AuthenticationProtocol.Sha1, Privacy = PrivacyProtocol.Aes256 };
        await using var agent = new FakeEngine(user) { Extension = extension, KeepsSilent = keepsSilent }.Start();
        using var client = new SnmpClient(agent.Connection(user) with { FirstPatience = TimeSpan.FromSeconds(1) }, TimeProvider.System);
        Assert.Null((await client.GetAsync([Make.SysDescr], CancellationToken.None)).Failure);
        Assert.Equal(extension == KeyExtension.Blumenthal ? 2 : 3, agent.Received);
        var before = agent.Received;
        Assert.Null((await client.GetAsync([Make.SysDescr], CancellationToken.None)).Failure);
        Assert.Equal(before + 1, agent.Received);
    }

    [Fact]
    public async Task Without_authentication_the_answer_is_taken_as_it_is()
    {
        var user = new SnmpUser("guest");
        await using var agent = new FakeEngine(user).Start();
        Assert.Null((await agent.Connection(user).GetAsync()).Failure);
    }

    [Fact]
    public void A_user_without_the_secrets_that_the_level_needs_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Client(Make.User with { AuthenticationSecret = "" }));
        Assert.Throws<ArgumentException>(() => Client(Make.User with { PrivacySecret = null }));
        Assert.Throws<ArgumentException>(() => Client(Make.User with { Authentication = AuthenticationProtocol.None }));
        static SnmpClient Client(SnmpUser user) => new(Make.Connection(161, user), TimeProvider.System);
    }

    [Fact]
    public void Secrets_do_not_print_themselves()
    {
        Assert.DoesNotContain("pass", Make.User.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", new SnmpCommunity("geheim").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", Make.Connection(161, new SnmpCommunity("geheim")).ToString(), StringComparison.Ordinal);
    }

    private static byte[] Flip(byte[] bytes, int at)
    {
        bytes[at] ^= 1;
        return bytes;
    }
}
