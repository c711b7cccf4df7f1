using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Verification;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Data;
using SmartTracker.Costing.Abstractions;
using SmartTracker.Costing.Data;
using SmartTracker.Costing.Publishing;
using SmartTracker.Printers.Abstractions;
using SmartTracker.TestHost;

namespace SmartTracker.Costing.Tests;

/// <summary>A real tenant with Costing on a real database. Jobs are stored as Collection stores them: the row, then every participant, in one transaction.</summary>
internal sealed class CostingTenant : IAsyncDisposable
{
    public const string Name = "nord";
    private const string Password = "Plotter-und-Papier-7";

    private readonly RunningHost _host;

    private CostingTenant(RunningHost host) => _host = host;

    public RunningHost Host => _host;

    public static async Task<CostingTenant> StartAsync(DatabaseEngine engine, string moreSteps = "", string culture = "en")
    {
        var host = await RunningHost.StartAsync(engine);
        await host.CreateTenantAsync("Default");
        await host.CreateTenantAsync(Name, $$"""
            [
              { "name": "feature", "enable": ["SmartTracker.Costing"] },
              { "name": "settings", "TimeZoneId": "Europe/Berlin", "Currency": "EUR", "Culture": "{{culture}}" },
              { "name": "Users", "Users": [
                { "UserName": "admin", "Email": "", "RoleNames": ["Administrator"], "Password": "{{Password}}" },
                { "UserName": "buch", "Email": "", "RoleNames": ["Bookkeeper"], "Password": "{{Password}}" },
                { "UserName": "kunde", "Email": "", "RoleNames": ["Customer"], "Password": "{{Password}}" } ] }
              {{moreSteps}}
            ]
            """);
        return new CostingTenant(host);
    }

    public Task<T> InAsync<T>(Func<IServiceProvider, Task<T>> work) => _host.InTenantAsync(Name, work);

    public Task StoreAsync(params PrintJob[] jobs) => InAsync(async services =>
    {
        await using var transaction = await services.GetRequiredService<ITenantDatabase>().BeginAsync(CancellationToken.None);
        var context = services.GetRequiredService<CollectionDbContext>();
        foreach (var job in jobs)
        {
            if (await context.PrintJobs.FindAsync(job.Id) is { } known)
                context.PrintJobs.Remove(known);
            await context.SaveChangesAsync();
            context.PrintJobs.Add(StoredJob.Row(job));
            await context.SaveChangesAsync();
        }

        foreach (var participant in services.GetServices<IPrintJobsStored>())
            await participant.StoredAsync(jobs, CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return true;
    });

    public Task<PublishedCostRule> PublishAsync(LocalDate validFrom, PrinterId? printer = null, params Rate[] rates) => InAsync(services =>
        services.GetRequiredService<CostRulePublisher>().PublishAsync(new NewCostRule(printer, validFrom, Make.Prices(rates)), CancellationToken.None));

    public async Task<RatedJob?> RatingAsync(PrintJob job) =>
        (await InAsync(services => services.GetRequiredService<RatedJobsStore>().CurrentAsync([job.Id], CancellationToken.None))).GetValueOrDefault(job.Id);

    public Task<IReadOnlyList<Finding>> VerifyAsync() => InAsync(async services =>
    {
        var findings = new List<Finding>();
        foreach (var verification in services.GetServices<IVerification>())
            findings.AddRange(await verification.RunAsync(CancellationToken.None));
        return (IReadOnlyList<Finding>)findings;
    });

    /// <summary>Behind the program's back.</summary>
    public Task<int> ExecuteAsync(string sql) => InAsync(services =>
        services.GetRequiredService<CostingDbContext>().Database.ExecuteSqlRawAsync(sql));

    public async Task<HttpClient> SignedInAsync(string user)
    {
        var browser = _host.Browser(Name);
        var answer = await PostAsync(browser, "login", "login", [new("UserName", user), new("Password", Password)]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    /// <summary>Fills in the form that a page shows.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string page, string action, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields.Append(new(PageForms.TokenField, await browser.TokenAsync(page))));
        return await browser.PostAsync(action, content);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
