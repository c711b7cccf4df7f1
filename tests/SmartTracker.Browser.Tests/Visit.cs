using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SmartTracker.TestHost;

namespace SmartTracker.Browser.Tests;

/// <summary>One person at one browser, and everything that the browser complained about.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly DemoWorld _world;
    private readonly IBrowserContext _context;

    private Visit(DemoWorld world, IBrowserContext context, IPage page) => (_world, _context, Page) = (world, context, page);

    public IPage Page { get; }

    /// <summary>Errors in the console, breaches of the content security policy, requests that failed.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    public static async Task<Visit> StartAsync(OpenBrowser browser, Look look, Uri address)
    {
        ArgumentNullException.ThrowIfNull(browser);
        ArgumentNullException.ThrowIfNull(look);
        ArgumentNullException.ThrowIfNull(address);
        var context = await browser.Browser.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ViewportSize = new() { Width = look.Width, Height = 900 },
            ColorScheme = look.Theme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        // As if the visitor had chosen so before, at every tenant that there is or will be.
        if (look != Look.Unchosen)
            await context.AddCookiesAsync(((string[])["", "_nordplan", "_baukontor", "_neubau"]).SelectMany(tenant => new Cookie[]
        {
            new() { Name = "st_culture" + tenant, Value = $"c={look.Culture}|uic={look.Culture}", Domain = address.Host, Path = "/" + tenant.TrimStart('_') },
            new() { Name = "st_theme" + tenant, Value = look.Theme, Domain = address.Host, Path = "/" + tenant.TrimStart('_') },
        }));
        var visit = new Visit(browser.World, context, await context.NewPageAsync());
        visit.Listen();
        return visit;
    }

    public async Task SignInAsync(string tenant, string user, string password = DemoWorld.Password)
    {
        await Page.GotoAsync(PathOf(tenant, "/login"));
        await SignInHereAsync(user, password);
    }

    public async Task SignInHereAsync(string user, string password)
    {
        await Page.Locator("input[autocomplete=username]").FillAsync(user);
        await Page.Locator("input[type=password]").FillAsync(password);
        await Page.Locator("button[type=submit].primary").ClickAsync();
        await Assertions.Expect(Page).Not.ToHaveURLAsync(new Regex("/login"));
    }

    public Task GoToAsync(string tenant, string path) => Page.GotoAsync(PathOf(tenant, path));

    /// <summary>A link or button by what it says.</summary>
    public Task ClickAsync(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name }).Or(Page.GetByRole(AriaRole.Button, new() { Name = name })).First.ClickAsync();

    /// <summary>From the menu behind the visitor's initial.</summary>
    public async Task ChooseAsync(string name)
    {
        await Page.Locator("button.who").ClickAsync();
        await ClickAsync(name);
    }

    /// <summary>The link to a page of this tenant, by where it leads.</summary>
    public Task FollowAsync(string ending) => Page.Locator($"main a[href$='{ending}'], nav a[href$='{ending}']").First.ClickAsync();

    /// <summary>Fills the field of that name, whatever kind it is.</summary>
    public async Task SetAsync(string name, string value)
    {
        var field = Page.Locator($"main [name='{name}']:not([type=hidden])").First;
        if (await field.EvaluateAsync<string>("field => field.tagName") == "SELECT")
            await field.SelectOptionAsync(value);
        else
            await field.FillAsync(value);
    }

    /// <summary>Sends the form that the page is about. Look at what comes before going anywhere else.</summary>
    public Task SubmitAsync() => Page.Locator("main button.primary[type=submit]").First.ClickAsync();

    public Task SeesAsync(string text) => Assertions.Expect(Page.Locator("body")).ToContainTextAsync(text);

    public Task ArrivesAtAsync(string pattern) => Assertions.Expect(Page).ToHaveURLAsync(new Regex(pattern));

    public async Task<byte[]> DownloadAsync(string ending)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => FollowAsync(ending));
        await using var stream = await download.CreateReadStreamAsync();
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private string PathOf(string tenant, string path)
    {
        var prefix = _world.Host.Tenants.List().Single(known => known.Name == tenant).UrlPrefix;
        return prefix.Length == 0 ? path : "/" + prefix + path;
    }

    private void Listen()
    {
        Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _complaints.Enqueue($"console: {message.Text} ({message.Location})");
        };
        Page.PageError += (_, error) => _complaints.Enqueue("script: " + error);
        Page.Response += (_, response) =>
        {
            if (response.Status >= 400)
                _complaints.Enqueue($"{response.Status}: {response.Request.Method} {response.Url}");
        };
        Page.RequestFailed += (_, request) =>
        {
            // A download ends the navigation that started it.
            if (!(request.IsNavigationRequest && request.Failure == "net::ERR_ABORTED"))
                _complaints.Enqueue($"failed: {request.Url} {request.Failure}");
        };
    }
}
