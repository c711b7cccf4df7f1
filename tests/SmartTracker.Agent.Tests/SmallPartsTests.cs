using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using SmartTracker.Agent.Files;
using SmartTracker.Agent.Installing;
using SmartTracker.Agent.Server;
using SmartTracker.Agent.Visiting;
using SmartTracker.PrinterReaders;
using SmartTracker.PrinterReaders.State;

namespace SmartTracker.Agent.Tests;

public sealed class SmallPartsTests
{
    [Theory]
    [InlineData("10.20.4.32", 443, true)]
    [InlineData("172.16.0.9", 631, true)]
    [InlineData("192.168.1.7", 161, true)]
    [InlineData("fd00::7", 443, true)]
    [InlineData("192.168.1.7", 22, false)]
    [InlineData("8.8.8.8", 443, false)]
    [InlineData("172.32.0.1", 443, false)]
    [InlineData("127.0.0.1", 443, false)]
    [InlineData("::1", 443, false)]
    [InlineData("::ffff:127.0.0.1", 443, false)]
    [InlineData("169.254.169.254", 80, false)]
    [InlineData("::ffff:a9fe:a9fe", 80, false)]
    [InlineData("fe80::1", 443, false)]
    [InlineData("224.0.0.251", 443, false)]
    [InlineData("2001:db8::1", 443, false)]
    public void A_site_that_says_nothing_allows_printers_in_private_networks_only(string address, int port, bool allowed) =>
        Assert.Equal(allowed, new LocalNetworks(null).Allows(new IPEndPoint(IPAddress.Parse(address), port)));

    [Fact]
    public void An_agent_has_every_reader_that_there_is()
    {
        var protocols = PrinterProtocols.All(TimeProvider.System);
        var readers = typeof(IPrinterReader).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false }).ToList();
        var jobs = readers.Where(type => type.IsAssignableTo(typeof(IPrinterReader))).Select(type => (IPrinterReader)Activator.CreateInstance(type, TimeProvider.System)!).ToList();
        Assert.True(jobs.Count >= 3);
        Assert.All(jobs, reader => Assert.IsType(reader.GetType(), protocols.JobsBy(reader.Protocol)));
        Assert.Equivalent(
            readers.Where(type => type.IsAssignableTo(typeof(IPrinterStateReader))),
            jobs.SelectMany(reader => protocols.StatesOf(reader.Protocol, withSnmp: true)).Select(reader => reader.GetType()).Distinct(),
            strict: true);
    }

    [Fact]
    public void A_sites_own_list_holds_instead()
    {
        var networks = new LocalNetworks(["10.20.4.32:8443", "127.0.0.1:9001"]);
        Assert.True(networks.Allows(new IPEndPoint(IPAddress.Parse("10.20.4.32"), 8443)));
        Assert.True(networks.Allows(new IPEndPoint(IPAddress.Loopback, 9001)));
        Assert.False(networks.Allows(new IPEndPoint(IPAddress.Parse("10.20.4.32"), 443)));
        Assert.False(networks.Allows(new IPEndPoint(IPAddress.Loopback, 9002)));
        Assert.Throws<AgentException>(() => new LocalNetworks(["everything"]));
    }

    [Theory]
    [InlineData("https://tracker.example/nordplan/", true)]
    [InlineData("http://127.0.0.1:5080/", true)]
    [InlineData("http://[::1]:5080/", true)]
    [InlineData("http://localhost:5080/", false)]
    [InlineData("http://tracker.example/", false)]
    [InlineData("http://10.0.0.1/", false)]
    [InlineData("ftp://tracker.example/", false)]
    [InlineData("https://user:secret@tracker.example/", false)]
    [InlineData("https://tracker.example/?a=b", false)]
    public void The_host_is_spoken_to_over_https_or_on_this_computer(string server, bool accepted) =>
        Assert.Equal(accepted, HostTrust.Fault(new Uri(server)) is null);

    [Fact]
    public void A_pinned_key_is_asked_for_besides_a_valid_certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=tracker.example", key, HashAlgorithmName.SHA256).CreateSelfSigned(Make.Noon.AddDays(-1), Make.Noon.AddYears(1));
        var pin = HostTrust.KeyOf(certificate);
        Assert.Null(Refusal(null, certificate));
        Assert.Null(Refusal(pin, certificate));
        Assert.Equal("this computer does not trust its authority (CN=tracker.example).", Refusal(null, certificate, SslPolicyErrors.RemoteCertificateChainErrors));
        Assert.Equal("it is not for other.example. It names CN=tracker.example.", Refusal(pin, certificate, SslPolicyErrors.RemoteCertificateNameMismatch));
        Assert.Equal($"its public key is not the pinned one. If it was changed on purpose, pin the new one ({pin}) in agent.json.", Refusal(new string('A', 64), certificate));
        Assert.Equal("it presented none.", Refusal(null, null));
        Assert.Equal("it expired on 2027-11-20.", Refusal(null, certificate, SslPolicyErrors.RemoteCertificateChainErrors, Make.Noon.AddYears(2)));
        Assert.Equal(
            "it is valid from 2026-11-19 on. Is the clock of this computer right?", Refusal(null, certificate, SslPolicyErrors.RemoteCertificateChainErrors, DateTimeOffset.UnixEpoch));
        Assert.Equal(pin, HostTrust.ParsePin(string.Join(':', pin.ToLowerInvariant().Chunk(2).Select(pair => new string(pair)))));
        Assert.Null(HostTrust.ParsePin("sha256"));
    }

    private static string? Refusal(string? pin, X509Certificate2? certificate, SslPolicyErrors errors = SslPolicyErrors.None, DateTimeOffset? now = null)
    {
        const string Begins = "The host's certificate is not accepted: ";
        var trust = new HostTrust(pin, "other.example", new FakeTimeProvider(now ?? Make.Noon));
        Assert.Equal(trust.Accepts(certificate, errors), trust.Refusal is null);
        Assert.StartsWith(Begins, trust.Refusal ?? Begins, StringComparison.Ordinal);
        return trust.Refusal?[Begins.Length..];
    }

    [Fact]
    public void Nobody_waits_shorter_after_more_failures_nor_for_ever() => Gen.Select(Gen.Int[1, 10_000], Gen.Double[0, 1]).Sample((failures, chance) =>
    {
        var wait = Backoff.After(failures, chance);
        Assert.InRange(wait, Backoff.First * 0.75, Backoff.Longest * 1.25);
        Assert.True(Backoff.After(failures + 1, chance) >= wait);
        Assert.True(Backoff.After(failures, 1) > Backoff.After(failures, 0));
    });

    [Fact]
    public void What_is_sealed_opens_only_unchanged_with_its_key_as_what_it_is()
    {
        using var folder = new Folder();
        var file = Path.Combine(folder.Path, "seal.key");
        var text = Seal.Create(file).Close("secret"u8, "plan"u8);
        var seal = Seal.Open(file);
        Assert.Equal("secret", Encoding.UTF8.GetString(seal.Open(text, "plan"u8)));
        Assert.ThrowsAny<CryptographicException>(() => seal.Open(text, "agent key"u8));
        for (var at = 0; at < text.Length; at++)
        {
            var changed = text.ToArray();
            changed[at] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => seal.Open(changed, "plan"u8));
        }

        var other = Seal.Create(Path.Combine(folder.Path, "other.key"));
        Assert.ThrowsAny<CryptographicException>(() => other.Open(text, "plan"u8));
        Assert.DoesNotContain("secret", Encoding.Latin1.GetString(text), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public void A_units_paths_mean_themselves()
    {
        var unit = SystemdUnit.Text("/opt/smart tracker/100%/agent", "/var/lib/a\"b$c");
        Assert.Contains("ExecStart=\"/opt/smart tracker/100%%/agent\" run --data \"/var/lib/a\\\"b$$c\"\n", unit.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("User=smarttracker-agent\n", unit.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SystemdUnit.Text("/opt/a\nExecStartPre=/bin/sh", "/var/lib/a"));
    }
}
