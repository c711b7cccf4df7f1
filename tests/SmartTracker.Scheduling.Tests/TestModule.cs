using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Scheduling.Abstractions;

[assembly: Module(Id = "SmartTracker.Scheduling.Tests", Name = "Work to test with", Category = "Tests", Description = "Two works that do what a test says.")]

namespace SmartTracker.Scheduling.Tests;

/// <summary>Makes this test assembly a module, so that tenants of the tests have works.</summary>
public sealed class Startup
{
    public int Order => 0;

    public int ConfigureOrder => 0;

    public void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<IScheduledWork>(provider => new ScriptedWork(Script.First, Duration.FromMinutes(15), provider));
        services.AddScoped<IScheduledWork>(provider => new ScriptedWork(Script.Second, Duration.FromHours(1), provider));
    }

    public void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider services)
    {
    }
}

/// <summary>What the works of one test host do, and what they did.</summary>
internal sealed class Script
{
    public const string First = "first-work";
    public const string Second = "second-work";

    private static readonly ConditionalWeakTable<HostConfiguration, Script> Scripts = [];

    public ConcurrentDictionary<(string Tenant, string Work), Func<CancellationToken, Task>> Does { get; } = new();

    public ConcurrentQueue<(string Tenant, string Work)> Ran { get; } = new();

    public static Script Of(HostConfiguration host) => Scripts.GetOrCreateValue(host);
}

internal sealed class ScriptedWork(string name, Duration every, IServiceProvider services) : IScheduledWork
{
    public string Name => name;

    public Duration Every => every;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var script = Script.Of(services.GetRequiredService<HostConfiguration>());
        var key = (services.GetRequiredService<Tenant>().Name, name);
        script.Ran.Enqueue(key);
        if (script.Does.TryGetValue(key, out var action))
            await action(cancellationToken);
    }
}
