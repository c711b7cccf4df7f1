using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using SmartTracker.PrinterSimulator;
using SmartTracker.PrinterSimulator.Plan;
using SmartTracker.TestHost;

namespace SmartTracker.Browser.Tests;

/// <summary>One browser and one host for all stories; each story has a browser profile of its own.</summary>
public sealed class OpenBrowser : IAsyncLifetime
{
    private const string Spare = "spare";
    private static readonly string Screenshots = Path.Combine(AppContext.BaseDirectory, "screenshots");

    private IPlaywright _playwright = null!;

    public IBrowser Browser { get; private set; } = null!;

    public DemoWorld World { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        // Baukontor's jobs bear names that try to break out of the page; Nordplan's month waits to be billed.
        var starting = DemoWorld.StartAsync(change: plan => HostileNames.In(WithSparePrinter(plan), "baukontor"), billed: ["baukontor"]);
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = Chromium.Arguments });
        World = await starting;
    }

    /// <summary>A printer that no recipe registers: somebody has to do it by hand.</summary>
    public SimulatedPrinter SparePrinter => World.Fleet.Printers.Single(printer => printer.Plan.Group == Spare);

    /// <param name="address">Where it happens unless in the world of all stories.</param>
    /// <summary>Tells a story in a fresh profile. A page that complains fails it; whatever fails it leaves a picture.</summary>
    public async Task TellAsync(Func<Visit, Task> story, Look? look = null, Uri? address = null, [CallerMemberName] string name = "")
    {
        ArgumentNullException.ThrowIfNull(story);
        await using var visit = await Visit.StartAsync(this, look ?? new Look(), address ?? World.Host.Address);
        try
        {
            await story(visit);
            Assert.Empty(visit.Complaints);
        }
        catch (Exception exception)
        {
            Directory.CreateDirectory(Screenshots);
            var file = Path.Combine(Screenshots, name + ".png");
            await visit.Page.ScreenshotAsync(new() { Path = file, FullPage = true });
            throw new StoryFailedException($"At {visit.Page.Url}\nPicture: {file}\n{Readable(exception)}\n{string.Join('\n', visit.Complaints)}");
        }
    }

    // Playwright prints the whole page; the picture shows it better. Of the way there only the story's own steps matter.
    private static string Readable(Exception exception) => string.Join('\n', exception is PlaywrightException
        ? exception.Message.Split('\n').Take(4).Concat((exception.StackTrace ?? "").Split('\n').Where(line => line.Contains("Tests.cs:line", StringComparison.Ordinal)))
        : [exception.Message]);

    private static FleetPlan WithSparePrinter(FleetPlan plan)
    {
        var model = plan.Printers[0];
        return new FleetPlan
        {
            Printers =
            [
                .. plan.Printers,
                model with
                {
                    Group = Spare, Name = "Neuer Plotter", SerialNumber = "SG00XX0001", Uuid = Guid.CreateVersion7(), QueueId = Guid.CreateVersion7(), Port = 0, Certificate = null,
                    Jobs = [.. model.Jobs.Select(job => job with { Uuid = Guid.CreateVersion7(), JobUuid = Guid.CreateVersion7() })],
                },
            ],
        };
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
        await World.DisposeAsync();
    }
}

/// <summary>What the visitor chose, and how wide the window is.</summary>
public sealed record Look(string Culture = "en", string Theme = "light", int Width = 1280)
{
    /// <summary>As the installation looks to somebody who is there for the first time.</summary>
    public static Look Unchosen { get; } = new("");
}

public sealed class StoryFailedException(string message) : Exception(message);

[CollectionDefinition(Name)]
public sealed class InTheBrowser : ICollectionFixture<OpenBrowser>
{
    public const string Name = "In the browser";
}
