using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using SmartTracker.TestHost;

namespace SmartTracker.Browser.Tests;

/// <summary>One browser and one host for all stories; each story has a browser profile of its own.</summary>
public sealed class OpenBrowser : IAsyncLifetime
{
    private static readonly string Screenshots = Path.Combine(AppContext.BaseDirectory, "screenshots");

    private IPlaywright _playwright = null!;

    public IBrowser Browser { get; private set; } = null!;

    public DemoWorld World { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var starting = DemoWorld.StartAsync();
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = Chromium.Arguments });
        World = await starting;
    }

    /// <summary>Tells a story in a fresh profile. A page that complains fails it; whatever fails it leaves a picture.</summary>
    public async Task TellAsync(Func<Visit, Task> story, Look? look = null, [CallerMemberName] string name = "")
    {
        ArgumentNullException.ThrowIfNull(story);
        await using var visit = await Visit.StartAsync(this, look ?? new Look());
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
            throw new StoryFailedException($"At {visit.Page.Url}: {exception.Message}\nPicture: {file}\n{string.Join('\n', visit.Complaints)}", exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
        await World.DisposeAsync();
    }
}

/// <summary>What the visitor chose, and how wide the window is.</summary>
public sealed record Look(string Culture = "en", string Theme = "light", int Width = 1280);

public sealed class StoryFailedException(string message, Exception inner) : Exception(message, inner);

[CollectionDefinition(Name)]
public sealed class InTheBrowser : ICollectionFixture<OpenBrowser>
{
    public const string Name = "In the browser";
}
