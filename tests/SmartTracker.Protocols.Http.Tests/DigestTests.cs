using System.Net.Http.Headers;
using System.Security.Cryptography;
using CsCheck;
using SmartTracker.Protocols.Http.Passwords;

namespace SmartTracker.Protocols.Http.Tests;

/// <summary>The examples of RFC 7616 §3.9.1 and RFC 2617 §3.5, and what devices make of challenges.</summary>
public sealed class DigestTests
{
    private const string Nonce = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";
    private const string ClientNonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
    private const string Common = "realm=\"http-auth@example.org\", qop=\"auth, auth-int\", nonce=\"" + Nonce + "\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";

    [Theory]
    [InlineData("MD5", "8ca523f5e9506fed4657c9700eebdbec")]
    [InlineData("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1")]
    public void The_example_of_the_standard_is_answered_as_it_says(string algorithm, string response)
    {
        var challenge = Challenge($"{Common}, algorithm={algorithm}")!;
        var answer = new DigestSession(challenge, ClientNonce).Answer("Mufasa", "Circle of Life", "GET", "/dir/index.html");
        var fields = ChallengeParameters.Parse(answer.Parameter);
        Assert.Equal("Digest", answer.Scheme);
        Assert.Equal((response, "00000001", "auth", algorithm, ClientNonce), (fields["response"], fields["nc"], fields["qop"], fields["algorithm"], fields["cnonce"]));
        Assert.Equal(("Mufasa", "/dir/index.html", Nonce, "FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"), (fields["username"], fields["uri"], fields["nonce"], fields["opaque"]));
    }

    [Fact]
    public void The_example_of_the_older_standard_is_answered_as_it_says()
    {
        var challenge = Challenge("realm=\"testrealm@host.com\", qop=\"auth,auth-int\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", opaque=\"5ccc069c403ebaf9f0171e9517f40e41\"")!;
        var fields = ChallengeParameters.Parse(new DigestSession(challenge, "0a4f113b").Answer("Mufasa", "Circle Of Life", "GET", "/dir/index.html").Parameter);
        Assert.Equal("6629fae49393a05397450978507c4ef1", fields["response"]);
        Assert.DoesNotContain("algorithm", fields.Keys);
    }

    [Fact]
    public void Every_answer_counts_on()
    {
        var session = new DigestSession(Challenge(Common)!);
        var counts = Enumerable.Range(0, 17).Select(_ => ChallengeParameters.Parse(session.Answer("a", "b", "GET", "/").Parameter)["nc"]).ToList();
        Assert.Equal("00000001", counts[0]);
        Assert.Equal("00000011", counts[16]);
        Assert.Equal(17, counts.Distinct().Count());
    }

    [Fact]
    public void A_device_that_knows_no_qop_gets_no_count()
    {
        var fields = ChallengeParameters.Parse(new DigestSession(Challenge("realm=\"x\", nonce=\"y\"")!).Answer("a", "b", "GET", "/").Parameter);
        Assert.DoesNotContain("nc", fields.Keys);
        Assert.DoesNotContain("cnonce", fields.Keys);
    }

    [Fact]
    public void The_strongest_challenge_is_answered()
    {
        AuthenticationHeaderValue[] offered = [new("Basic", "realm=\"x\""), new("Digest", Common + ", algorithm=MD5"), new("Digest", Common + ", algorithm=SHA-512-256"), new("Digest", Common + ", algorithm=sha-256")];
        Assert.Equal(HashAlgorithmName.SHA256, DigestChallenge.Strongest(offered)!.Algorithm);
        Assert.Equal(HashAlgorithmName.MD5, DigestChallenge.Strongest(offered[..3])!.Algorithm);
        Assert.Null(DigestChallenge.Strongest(offered[..1]));
    }

    [Theory]
    [InlineData("nonce=\"y\"")]
    [InlineData("realm=\"x\"")]
    [InlineData("realm=\"x\", nonce=\"y\", qop=\"auth-int\"")]
    [InlineData("realm=\"x\", nonce=\"y\", algorithm=SHA-1")]
    [InlineData("")]
    public void What_cannot_be_answered_is_no_challenge(string parameters) => Assert.Null(Challenge(parameters));

    [Fact]
    public void A_quote_or_line_break_from_the_device_makes_no_header_of_its_own()
    {
        var answer = new DigestSession(Challenge("realm=\"a\\\"b\\\\c\", nonce=\"y\"")!).Answer("a", "b", "GET", "/");
        Assert.Contains("realm=\"a\\\"b\\\\c\"", answer.Parameter, StringComparison.Ordinal);
        Assert.Equal("a\"b\\c", ChallengeParameters.Parse(answer.Parameter)["realm"]);
    }

    [Fact]
    public void No_challenge_makes_the_reading_throw() => Gen.String[Gen.Char["abc=\",\\ \t;"], 0, 60].Sample(text => Assert.NotNull(ChallengeParameters.Parse(text)), iter: 3000);

    private static DigestChallenge? Challenge(string parameters) => DigestChallenge.Strongest([new AuthenticationHeaderValue("Digest", parameters)]);
}
