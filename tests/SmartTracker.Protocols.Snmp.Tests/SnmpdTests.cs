using SmartTracker.Protocols.Snmp.Messages;
using SmartTracker.SnmpPeers;

namespace SmartTracker.Protocols.Snmp.Tests;

/// <summary>The real snmpd in the role of a plotter, one process for all tests of the class.</summary>
public sealed class SnmpdTests(SnmpdTests.Plotter plotter) : IClassFixture<SnmpdTests.Plotter>
{
    private const string AuthenticationSecret = "authpass123";
    private const string PrivacySecret = "privpass123";

    public static TheoryData<AuthenticationProtocol, PrivacyProtocol> Levels
    {
        get
        {
            var levels = new TheoryData<AuthenticationProtocol, PrivacyProtocol>();
            foreach (var authentication in Enum.GetValues<AuthenticationProtocol>())
            {
                foreach (var privacy in Enum.GetValues<PrivacyProtocol>().Where(privacy => authentication != AuthenticationProtocol.None || privacy == PrivacyProtocol.None))
                    levels.Add(authentication, privacy);
            }

            return levels;
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Supplies_are_read_with_v1_and_v2c(bool isVersion1) => await ReadsSuppliesAsync(new SnmpCommunity("public", isVersion1));

    [Theory, MemberData(nameof(Levels))]
    public async Task Supplies_are_read_with_v3(AuthenticationProtocol authentication, PrivacyProtocol privacy) => await ReadsSuppliesAsync(User(authentication, privacy));

    [Fact]
    public async Task Keys_lengthened_the_other_way_are_found_too()
    {
        var user = User(AuthenticationProtocol.Md5, PrivacyProtocol.Aes256) with { Name = "reeder" };
        await ReadsSuppliesAsync(user);
    }

    [Fact]
    public async Task What_is_wrong_is_told()
    {
        var right = User(AuthenticationProtocol.Sha256, PrivacyProtocol.Aes128);
        Assert.Equal(SnmpFailureKind.UserUnknown, await FailureAsync(right with { Name = "nobody" }));
        Assert.Equal(SnmpFailureKind.AuthenticationRefused, await FailureAsync(right with { AuthenticationSecret = "another123" }));
        Assert.Equal(SnmpFailureKind.AuthenticationRefused, await FailureAsync(right with { Authentication = AuthenticationProtocol.Sha512 }));
        Assert.Equal(SnmpFailureKind.PrivacyRefused, await FailureAsync(right with { PrivacySecret = "another123" }));
        Assert.Equal(SnmpFailureKind.PrivacyRefused, await FailureAsync(right with { Privacy = PrivacyProtocol.Des }));
        Assert.Equal(SnmpFailureKind.NoAccess, await FailureAsync(right with { Privacy = PrivacyProtocol.None }));
        Assert.Equal(SnmpFailureKind.LevelNotSupported, await FailureAsync(right with { Name = "guest" }));
        Assert.Equal(SnmpFailureKind.Silent, await FailureAsync(new SnmpCommunity("other")));
    }

    [Fact]
    public async Task Absent_objects_and_next_ones_are_told()
    {
        using var client = new SnmpClient(Make.Connection(plotter.Port), TimeProvider.System);
        var reply = await client.GetAsync([Make.SysDescr, Oid.Parse("1.3.6.1.2.1.43.99.1")], CancellationToken.None);
        Assert.IsType<SnmpOctets>(reply.Varbinds[0].Value);
        Assert.IsType<SnmpNothing>(reply.Varbinds[1].Value);

        var next = await client.GetNextAsync([Make.Supplies, Oid.Parse("1.3.6.1.2.1.43.12")], CancellationToken.None);
        Assert.Equal(["1.3.6.1.2.1.43.11.1.1.3.1.1", "1.3.6.1.2.1.43.12.1.1.2.1.1"], next.Varbinds.Select(varbind => varbind.Name.ToString()));
        var bulk = await client.GetBulkAsync([Make.SysDescr, Make.Supplies], 1, 5, CancellationToken.None);
        Assert.Equal(6, bulk.Varbinds.Count);
    }

    private async Task ReadsSuppliesAsync(SnmpCredentials credentials)
    {
        var walk = await (Make.Connection(plotter.Port, credentials) with { FirstPatience = TimeSpan.FromSeconds(2) }).WalkAsync();
        Assert.Null(walk.Failure);
        Assert.Equal(Make.Plotter.All.Where(one => one.Name.StartsWith(Make.Supplies)), walk.Varbinds);
    }

    private async Task<SnmpFailureKind?> FailureAsync(SnmpCredentials credentials) => (await (Make.Connection(plotter.Port, credentials) with { FirstPatience = TimeSpan.FromMilliseconds(300) }).WalkAsync()).Failure?.Kind;

    private static SnmpUser User(AuthenticationProtocol authentication, PrivacyProtocol privacy) => new(Plotter.NameOf(authentication, privacy))
    {
        Authentication = authentication,
        AuthenticationSecret = AuthenticationSecret,
        Privacy = privacy,
        PrivacySecret = PrivacySecret,
    };

    public sealed class Plotter : IAsyncLifetime
    {
        private Snmpd? _agent;

        public int Port => _agent!.Port;

        public static string NameOf(AuthenticationProtocol authentication, PrivacyProtocol privacy) =>
            authentication == AuthenticationProtocol.None ? "guest" : $"u{(int)authentication}{(int)privacy}";

        public async ValueTask InitializeAsync() => _agent = await Snmpd.StartAsync(
        [
            "rocommunity public 127.0.0.1",
            "createUser guest",
            "rouser guest noauth",
            $"createUser reeder MD5 {AuthenticationSecret} AES-256-C {PrivacySecret}",
            "rouser reeder priv",
            .. Levels.Where(level => level.Data.Item1 != AuthenticationProtocol.None).SelectMany(level => Lines(level.Data.Item1, level.Data.Item2)),
            .. Devices.Lines("plotter"),
        ]);

        public ValueTask DisposeAsync() => _agent?.DisposeAsync() ?? ValueTask.CompletedTask;

        private static string[] Lines(AuthenticationProtocol authentication, PrivacyProtocol privacy)
        {
            string[] algorithms = ["", "MD5", "SHA", "SHA-224", "SHA-256", "SHA-384", "SHA-512"], ciphers = ["", "DES", "AES", "AES-192", "AES-256"];
            var name = NameOf(authentication, privacy);
            return privacy == PrivacyProtocol.None
                ? [$"createUser {name} {algorithms[(int)authentication]} {AuthenticationSecret}", $"rouser {name} auth"]
                : [$"createUser {name} {algorithms[(int)authentication]} {AuthenticationSecret} {ciphers[(int)privacy]} {PrivacySecret}", $"rouser {name} priv"];
        }
    }
}
