using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Abstractions.Security;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Front;
using SmartTracker.Shell.Recipes;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Shell.Setup;

/// <summary>Sets tenants up from the configuration, without anybody at a keyboard. Read under both of Orchard Core's spellings.</summary>
public sealed partial class AutoSetup(
    HostConfiguration host, TenantStore store, TenantSetup setup, RecipeLibrary recipes, FrontShell front, TimeProvider time, ILogger<AutoSetup> logger) : IDisposable
{
    private static readonly string[] Sections = ["OrchardCore:OrchardCore_AutoSetup", "OrchardCore:AutoSetup"];
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(10);

    private readonly Lazy<IReadOnlyList<AutoSetupTenant>> _tenants = new(() => Read(host));
    private readonly SemaphoreSlim _one = new(1);
    private long _failedAt;

    /// <summary>Where Orchard Core waits for a request to start; empty starts with the host.</summary>
    public string Path => Sections.Select(section => host.Values[section + ":AutoSetupPath"]).FirstOrDefault(path => !string.IsNullOrWhiteSpace(path)) is { } path
        ? "/" + path.Trim().Trim('/')
        : "";

    public bool IsConfigured => _tenants.Value.Count > 0;

    public bool Covers(string tenant) => Find(tenant) is not null;

    /// <summary>Refuses what could never work, before the host serves anybody.</summary>
    /// <exception cref="TenantRefusedException">Names the key.</exception>
    public void Check()
    {
        foreach (var wanted in _tenants.Value.Where(wanted => IsMissing(wanted.Tenant.Name)))
            Check(wanted);
        if (IsConfigured && IsMissing(Tenant.DefaultName) && !Covers(Tenant.DefaultName))
            throw new TenantRefusedException($"{Sections[0]}:Tenants has no tenant with the ShellName Default, which must be set up first. Add it.");
    }

    /// <summary>Sets up the whole list, Default first. What fails is logged and tried again at the tenant's next request.</summary>
    public async Task EnsureAllAsync(CancellationToken cancellationToken)
    {
        foreach (var wanted in _tenants.Value.OrderBy(wanted => wanted.Tenant.Name != Tenant.DefaultName))
            await EnsureAsync(wanted.Tenant.Name, cancellationToken);
    }

    /// <summary>Enters the listed tenants as uninitialized, so that requests find them.</summary>
    public async Task AnnounceAsync(CancellationToken cancellationToken)
    {
        foreach (var wanted in _tenants.Value.Where(wanted => wanted.Tenant.Name != Tenant.DefaultName && store.Find(wanted.Tenant.Name) is null))
        {
            var tenant = wanted.Tenant;
            await store.UpdateAsync(
                tenant.Name, stored => stored ?? new ShellSettings { Name = tenant.Name, RequestUrlPrefix = tenant.UrlPrefix, RequestUrlHost = tenant.UrlHost }, cancellationToken);
        }
    }

    /// <summary>Sets one tenant up unless it is, however many ask at the same time and in however many processes.</summary>
    public async Task EnsureAsync(string tenant, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (Find(tenant) is { } wanted && IsMissing(tenant) && (_failedAt == 0 || time.GetElapsedTime(_failedAt) >= PauseAfterFailure))
                await SetUpAsync(wanted);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task SetUpAsync(AutoSetupTenant wanted)
    {
        try
        {
            Check(wanted);
            await setup.CreateAsync(wanted.Tenant, CancellationToken.None);
            LogSetUp(logger, wanted.Tenant.Name, wanted.Key);
        }
        catch (TenantRefusedException refused) when (refused.Field == nameof(NewTenant.Name))
        {
            // Another process is at it, or was faster.
        }
        catch (Exception exception) when (exception is TenantRefusedException or RecipeException)
        {
            _failedAt = time.GetTimestamp();
            LogRefused(logger, wanted.Tenant.Name, wanted.Key, exception.Message);
        }
        catch (Exception exception)
        {
            _failedAt = time.GetTimestamp();
            LogFailed(logger, wanted.Tenant.Name, wanted.Key, exception);
        }
    }

    private void Check(AutoSetupTenant wanted)
    {
        try
        {
            _ = recipes.Find(wanted.Tenant.Recipe);
        }
        catch (RecipeException exception)
        {
            throw wanted.Wrong("RecipeName", "cannot be used. " + exception.Message);
        }

        TenantRules.CheckName(wanted.Tenant.Name);
        var flaws = front.Ask(services => services.GetRequiredService<IFirstUserRules>().Check(
            wanted.UserName, wanted.Email, wanted.Password, wanted.Tenant.Name, wanted.Tenant.Site!.SiteName));
        if (flaws is [var flaw, ..])
            throw wanted.Wrong("Admin" + (flaw.Field == "UserName" ? "Username" : flaw.Field), "cannot be used. " + flaw.Sentence);
    }

    private AutoSetupTenant? Find(string tenant) => _tenants.Value.FirstOrDefault(wanted => wanted.Tenant.Name.Equals(tenant, StringComparison.OrdinalIgnoreCase));

    private bool IsMissing(string tenant) => store.Find(tenant) is null or { State: TenantState.Uninitialized };

    private static IReadOnlyList<AutoSetupTenant> Read(HostConfiguration host)
    {
        var tenants = Sections.SelectMany(section => host.Values.GetSection(section + ":Tenants").GetChildren()).Select(AutoSetupTenant.Read).ToArray();
        var twice = tenants.GroupBy(wanted => wanted.Tenant.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? tenants : throw twice.Last().Wrong("ShellName", $"is '{twice.Key}', as is {twice.First().Key}:ShellName. Keep one of the two.");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Tenant {Tenant} was set up from {Key}.")]
    private static partial void LogSetUp(ILogger logger, string tenant, string key);

    [LoggerMessage(Level = LogLevel.Error, Message = "Tenant {Tenant} could not be set up from {Key}. {Reason}")]
    private static partial void LogRefused(ILogger logger, string tenant, string key, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The setup of tenant {Tenant} from {Key} failed.")]
    private static partial void LogFailed(ILogger logger, string tenant, string key, Exception exception);
}
