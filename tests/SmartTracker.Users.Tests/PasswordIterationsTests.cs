using System.Buffers.Binary;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.TestHost;
using SmartTracker.Users.Domain;
using SmartTracker.Users.SignIn;

namespace SmartTracker.Users.Tests;

public sealed class PasswordIterationsTests
{
    private const string Setting = "SmartTracker:Users:PasswordIterations";

    [Theory]
    [InlineData(null, 210_000u)]
    [InlineData("300000", 300_000u)]
    public async Task A_hash_is_the_work_that_the_host_asks_for_and_a_strangers_costs_as_much(string? setting, uint iterations)
    {
        await using var host = await StartAsync(setting);
        await CreateTenantAsync(host);
        var (own, decoy) = await host.InTenantAsync(Tenant.DefaultName, services => Task.FromResult((
            services.GetRequiredService<IPasswordHasher<User>>().HashPassword(new User { UserName = "lena" }, "four words are plenty"),
            services.GetRequiredService<DecoyPassword>().Hash)));
        Assert.Equal(Work(own), Work(decoy));
        Assert.Equal((2u, iterations), Work(own));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("many")]
    public async Task A_setting_that_is_no_number_is_refused_in_words(string setting)
    {
        await using var host = await StartAsync(setting);
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => CreateTenantAsync(host));
        Assert.Contains(Setting, error.Message, StringComparison.Ordinal);
        Assert.Contains($"'{setting}'", error.Message, StringComparison.Ordinal);
    }

    private static Task<RunningHost> StartAsync(string? setting) =>
        RunningHost.StartAsync(DatabaseEngine.Sqlite, new Dictionary<string, string?> { [Setting] = setting });

    private static Task CreateTenantAsync(RunningHost host) =>
        host.CreateTenantAsync(Tenant.DefaultName, """[{"name":"feature","enable":["SmartTracker.Users"]}]""");

    // Identity's format 3: marker, pseudo-random function (2 is HMAC-SHA-512), iterations.
    private static (uint Function, uint Iterations) Work(string hash)
    {
        var bytes = Convert.FromBase64String(hash);
        return (BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(1)), BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(5)));
    }
}
