using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Tenants;

[assembly: Module(Id = "SmartTracker.Web.Tests", Name = "Slow pages", Category = "Tests", Description = "Pages that last as long as a test wants.")]

namespace SmartTracker.Web.Tests;

/// <summary>Makes the test assembly a module, so that a tenant can have pages that a test holds open.</summary>
public sealed class Startup
{
    public int Order => 0;

    public int ConfigureOrder => 0;

    public void ConfigureServices(IServiceCollection services) => services.AddSingleton<ShellMark>();

    public void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider services)
    {
        routes.MapGet("slow", AnswerWhenReleasedAsync).WithMetadata(new AllowAnonymousAttribute());
        routes.MapGet("fails", context => throw new InvalidOperationException("Secret detail.")).WithMetadata(new AllowAnonymousAttribute());
        routes.MapGet("data", CountUsersAsync).WithMetadata(new AllowAnonymousAttribute());
        routes.MapGet("api/v1/data", CountUsersAsync).WithMetadata(new AllowAnonymousAttribute());
    }

    /// <summary>Uses services of its shell before and after the wait: they must live as long as the request.</summary>
    private static async Task AnswerWhenReleasedAsync(HttpContext context)
    {
        var gate = SlowPages.Of(context.RequestServices.GetRequiredService<HostConfiguration>().DataFolder);
        var mark = context.RequestServices.GetRequiredService<ShellMark>();
        gate.Entered.Release();
        await gate.Released.WaitAsync(context.RequestAborted);
        await CountUsersAsync(context.RequestServices);
        await context.Response.WriteAsync($"{context.RequestServices.GetRequiredService<Tenant>().Name} {mark.Id} {(mark.IsDisposed ? "disposed" : "alive")}");
    }

    private static async Task CountUsersAsync(HttpContext context) => await context.Response.WriteAsync($"{await CountUsersAsync(context.RequestServices)} users");

    private static async Task<object?> CountUsersAsync(IServiceProvider services)
    {
        var connection = services.GetRequiredService<ITenantDatabase>().Connection;
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM users";
        return await command.ExecuteScalarAsync();
    }
}

/// <summary>One per shell.</summary>
public sealed class ShellMark : IDisposable
{
    public Guid Id { get; } = Guid.NewGuid();

    public bool IsDisposed { get; private set; }

    public void Dispose() => IsDisposed = true;
}

/// <summary>Holds the slow pages of all tenants on one data folder until a test lets them go.</summary>
public sealed class SlowPages
{
    private static readonly ConcurrentDictionary<string, SlowPages> All = new(StringComparer.Ordinal);

    public SemaphoreSlim Entered { get; } = new(0);

    public SemaphoreSlim Released { get; } = new(0);

    public static SlowPages Of(string dataFolder) => All.GetOrAdd(dataFolder, _ => new());
}
