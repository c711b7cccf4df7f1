using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Collection.Abstractions;
using SmartTracker.PrinterReaders;
using SmartTracker.PrinterReaders.Names;
using SmartTracker.PrinterReaders.State;

[assembly: Module(Id = "SmartTracker.Collection.Tests", Name = "Bugs", Category = "Tests", Description = "Takes part in collections and has the bugs that a test wants.")]

namespace SmartTracker.Collection.Tests;

/// <summary>Makes this test assembly a module that takes part in collections.</summary>
public sealed class Startup
{
    public int Order => 0;

    public int ConfigureOrder => 0;

    public void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<IPrintJobsStored>(provider => new BuggyParticipant(Bugs.Of(provider.GetRequiredService<HostConfiguration>())));
        services.AddSingleton<IPrinterStateReader>(provider => new BuggyStateReader(Bugs.Of(provider.GetRequiredService<HostConfiguration>())));
    }

    public void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider services)
    {
    }
}

/// <summary>What goes wrong in one test host.</summary>
internal sealed class Bugs
{
    private static readonly ConditionalWeakTable<HostConfiguration, Bugs> OfHosts = [];

    public Action<IReadOnlyList<PrintJob>> Stored { get; set; } = _ => { };

    public Action Interpreted { get; set; } = () => { };

    public static Bugs Of(HostConfiguration host) => OfHosts.GetOrCreateValue(host);
}

internal sealed class BuggyParticipant(Bugs bugs) : IPrintJobsStored
{
    public Task StoredAsync(IReadOnlyList<PrintJob> jobs, CancellationToken cancellationToken)
    {
        bugs.Stored(jobs);
        return Task.CompletedTask;
    }
}

/// <summary>Asks nothing of a printer that speaks PIWS.</summary>
internal sealed class BuggyStateReader(Bugs bugs) : IPrinterStateReader
{
    public string Protocol => "piws";

    public Task<PrinterFetch> FetchStateAsync(PrinterConnection connection, CancellationToken cancellationToken) =>
        Task.FromResult(new PrinterFetch([new RawAnswer("/bugs", TimeProvider.System.GetUtcNow(), 200, null, [1], true)], null, null));

    public RawAnswer Withhold(RawAnswer answer, NamePrivacy privacy) => answer;

    public PrinterState InterpretState(IReadOnlyList<RawAnswer> answers)
    {
        bugs.Interpreted();
        return new PrinterState();
    }
}
