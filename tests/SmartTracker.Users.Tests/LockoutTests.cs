using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.TestHost;
using SmartTracker.Users.SignIn;

namespace SmartTracker.Users.Tests;

public class LockoutTests
{
    private const string Wrong = "not the right one";

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Guesses_from_elsewhere_do_not_keep_the_user_out_of_a_known_device(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        using var own = host.Browser("nordplan");
        await own.SignInAsync("katrin");
        await own.SendFormAsync("account", "logout");

        using var guesser = host.Browser("nordplan");
        for (var i = 0; i < 6; i++)
            await guesser.SignInAsync("katrin", Wrong);
        Assert.Equal(HttpStatusCode.OK, (await guesser.SignInAsync("katrin")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await own.SignInAsync("katrin")).StatusCode);

        // The sign-in on the known device does not start the guesser's count anew.
        Assert.Equal(HttpStatusCode.OK, (await guesser.SignInAsync("katrin")).StatusCode);
    }

    [Fact]
    public async Task A_known_device_is_known_for_its_user_only_and_cannot_be_made_up()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        using var max = host.Browser("nordplan");
        await max.SignInAsync("max");
        await max.SendFormAsync("account", "logout");
        for (var i = 0; i < 5; i++)
            await max.SignInAsync("katrin", Wrong);
        Assert.Equal(HttpStatusCode.OK, (await max.SignInAsync("katrin")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await max.SignInAsync("max")).StatusCode);

        using var forger = host.Browser("nordplan");
        forger.DefaultRequestHeaders.Add("Cookie", "st_device_nordplan=" + Guid.NewGuid());
        Assert.Equal(HttpStatusCode.OK, (await forger.SignInAsync("katrin")).StatusCode);
    }

    [Fact]
    public async Task A_known_device_counts_its_own_wrong_tries()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        using var own = host.Browser("nordplan");
        await own.SignInAsync("katrin");
        await own.SendFormAsync("account", "logout");
        for (var i = 0; i < 5; i++)
            await own.SignInAsync("katrin", Wrong);
        Assert.Equal(HttpStatusCode.OK, (await own.SignInAsync("katrin")).StatusCode);
        using var other = host.Browser("nordplan");
        Assert.Equal(HttpStatusCode.Redirect, (await other.SignInAsync("katrin")).StatusCode);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task One_network_gets_a_hundred_tries_an_hour_over_all_accounts(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        var verdicts = await Task.WhenAll(Enumerable.Range(0, 8).Select(part => host.InTenantAsync("nordplan", async services =>
        {
            services.GetRequiredService<IHttpContextAccessor>().HttpContext = From("203.0.113.7");
            var limit = services.GetRequiredService<GuessLimit>();
            var answers = new List<GuessVerdict>();
            for (var i = 0; i < 15; i++)
                answers.Add(await limit.CountAsync(null, $"name {part} {i}", default));
            return answers;
        })));
        Assert.Equal(GuessLimit.TriesPerNetwork, verdicts.SelectMany(answers => answers).Count(verdict => verdict == GuessVerdict.MayTry));
        var elsewhere = await host.InTenantAsync("nordplan", services =>
        {
            services.GetRequiredService<IHttpContextAccessor>().HttpContext = From("203.0.113.8");
            return services.GetRequiredService<GuessLimit>().CountAsync(null, "name", default);
        });
        Assert.Equal(GuessVerdict.MayTry, elsewhere);
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("127.0.0.1", null)]
    [InlineData("::1", null)]
    public void Tries_are_counted_by_what_one_customer_is_given(string address, string? network) =>
        Assert.Equal(network, ClientAddress.Network(IPAddress.Parse(address)));

    /// <summary>Without the decoy hash an unknown name would be answered many times faster.</summary>
    [Fact]
    public async Task An_unknown_name_takes_as_long_as_a_wrong_password()
    {
        // As a host hashes that nobody told to be quick.
        await using var host = await StartAsync(DatabaseEngine.Sqlite, new Dictionary<string, string?> { ["SmartTracker:Users:PasswordIterations"] = null });
        using var browser = host.Browser("nordplan");
        var token = await browser.TokenAsync("login");
        await TimeAsync(browser, token, "katrin");
        var (known, unknown) = (new List<double>(), new List<double>());
        for (var i = 0; i < 9; i++)
        {
            known.Add(await TimeAsync(browser, token, i % 2 == 0 ? "katrin" : "max"));
            unknown.Add(await TimeAsync(browser, token, "nobody"));
        }

        Assert.InRange(Median(unknown) / Median(known), 0.5, 2.0);
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static async Task<double> TimeAsync(HttpClient browser, string token, string name)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await browser.PostAsync("login", PageForms.Form(token, ("UserName", name), ("Password", Wrong)));
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static DefaultHttpContext From(string address)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(address);
        return http;
    }

    private static async Task<RunningHost> StartAsync(DatabaseEngine engine, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var host = await RunningHost.StartAsync(engine, settings);
        await host.CreateTenantAsync("nordplan", Make.UsersStep(("katrin", "Administrator"), ("max", "Bookkeeper")));
        return host;
    }
}
