using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Data;
using SmartTracker.Printers.Domain;
using SmartTracker.TestHost;

namespace SmartTracker.Printers.Tests;

/// <summary>Registering a fleet as a person does it.</summary>
public class FleetPagesTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_printer_is_tested_at_once_gets_a_site_groups_and_SNMP_and_its_history_tells_it(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine);
        using var admin = await world.SignInAsync();
        var site = await AddSiteAsync(admin, "Altona");
        var simulated = world.Simulated;
        using var registered = await admin.SendFormAsync("admin/printers/new", "admin/printers/new",
            ("Complete", "true"), ("Name", "Plotter"), ("Address", simulated.Address.Authority), ("Protocol", "piws"), ("AdminPassword", simulated.Plan.AdminPassword), ("Check", "true"),
            ("Site", site), ("Groups", "CAD, leased"), ("SnmpVersion", "V3"), ("SnmpPort", $"{simulated.Plan.Port}"), ("SnmpUserName", "reader"),
            ("SnmpAuthentication", "Sha256"), ("SnmpAuthenticationSecret", "correct horse"), ("SnmpPrivacy", "Aes128"), ("SnmpPrivacySecret", "battery staple"));
        Assert.Equal(HttpStatusCode.Redirect, registered.StatusCode);

        var page = WebUtility.HtmlDecode(await admin.GetStringAsync(registered.Headers.Location));
        Assert.Contains($"The printer is registered. The printer answers: {simulated.Plan.Model}", page, StringComparison.Ordinal);
        foreach (var words in new[] { "Altona", "CAD, leased", "authenticated and encrypted", "Registered at 127.0.0.1", "Key remembered at the first contact", "by admin" })
            Assert.Contains(words, page, StringComparison.Ordinal);
        var printer = Assert.Single(await world.PrintersAsync());
        var access = (await AccessAsync(world, printer.Id))!;
        Assert.Equal(("correct horse", "battery staple", $"snmp://127.0.0.1:{simulated.Plan.Port}/"), (access.Snmp!.AuthenticationSecret, access.Snmp.PrivacySecret, access.SnmpAddress!.AbsoluteUri));
        Assert.Equal("America/New_York", access.TimeZoneId);
        foreach (var path in new[] { $"admin/printers/{printer.Id}", $"admin/printers/{printer.Id}/edit", "admin/printers" })
        {
            var text = await admin.GetStringAsync(path);
            Assert.DoesNotContain("correct horse", text, StringComparison.Ordinal);
            Assert.DoesNotContain("battery staple", text, StringComparison.Ordinal);
        }

        Assert.Contains("Plotter", await admin.GetStringAsync($"admin/printers?site={site}&group=cad&q=altona"), StringComparison.Ordinal);
        Assert.Contains("No printer fits this search", await admin.GetStringAsync("admin/printers?group=nobody"), StringComparison.Ordinal);

        // Another port is another trust: secrets stay only where they were given.
        using var moved = await admin.SendFormAsync($"admin/printers/{printer.Id}/edit", $"admin/printers/{printer.Id}/edit",
            ("Complete", "true"), ("Name", "Plotter"), ("Address", world.Fleet.Printers[1].Address.Authority), ("Protocol", "piws"), ("SnmpVersion", "V3"),
            ("SnmpPort", $"{simulated.Plan.Port}"), ("SnmpUserName", "reader"), ("SnmpAuthentication", "Sha256"), ("SnmpPrivacy", "None"));
        Assert.Contains("Enter a pass phrase of 8 to 200 characters.", WebUtility.HtmlDecode(await moved.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Several_are_changed_at_once_removed_after_a_question_and_brought_back(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine);
        using var admin = await world.SignInAsync();
        foreach (var simulated in world.Fleet.Printers)
            (await world.RegisterAsync(admin, simulated)).Dispose();
        var site = await AddSiteAsync(admin, "Werkstatt");
        var chosen = (await world.PrintersAsync()).Select(printer => ("chosen", printer.Id.ToString())).ToArray();

        using var set = await admin.SendFormAsync("admin/printers", "admin/printers/bulk/site", [.. chosen, ("site", site)]);
        using var joined = await admin.SendFormAsync("admin/printers", "admin/printers/bulk/group", [.. chosen, ("group", "leased")]);
        var list = WebUtility.HtmlDecode(await admin.GetStringAsync("admin/printers?sort=Site&perPage=25"));
        Assert.Equal((2, 2), (Count(list, "data-label=\"Site\" class=\"drop-m\">Werkstatt"), Count(list, "<span class=\"badge\">leased</span>")));

        using var collected = await admin.SendFormAsync("admin/printers", "admin/collections/now");
        for (var progress = ""; collected.Headers.Location!.OriginalString.Contains("/now/", StringComparison.Ordinal) && !progress.Contains("Go on", StringComparison.Ordinal);)
            progress = await admin.GetStringAsync(collected.Headers.Location);
        using var asked = await admin.SendFormAsync("admin/printers", "admin/printers/bulk/remove", chosen);
        Assert.Contains("Remove 2 printers?", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(await world.PrintersAsync(), printer => printer.ArchivedAt is not null);
        using var removed = await admin.SendFormAsync("admin/printers/new", "admin/printers/bulk/removed", chosen);
        Assert.All(await world.PrintersAsync(), printer => Assert.NotNull(printer.ArchivedAt));

        var first = (await world.PrintersAsync())[0];
        Assert.Contains(first.Name, await admin.GetStringAsync("admin/printers?archived=true"), StringComparison.Ordinal);
        using var restored = await admin.SendFormAsync($"admin/printers/{first.Id}", $"admin/printers/{first.Id}/restore");
        Assert.Null((await world.PrintersAsync()).Single(printer => printer.Id == first.Id).ArchivedAt);
        Assert.Contains("Brought back", await admin.GetStringAsync($"admin/printers/{first.Id}"), StringComparison.Ordinal);

        // The other one's place is taken meanwhile.
        (await world.RegisterAsync(admin, world.Fleet.Printers[1])).Dispose();
        var second = (await world.PrintersAsync()).Single(printer => printer.ArchivedAt is not null);
        using var refused = await admin.SendFormAsync($"admin/printers/{second.Id}", $"admin/printers/{second.Id}/restore");
        Assert.Contains("is registered at its address now", await admin.GetStringAsync($"admin/printers/{second.Id}"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_file_is_shown_first_and_its_good_rows_are_registered_when_confirmed(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine);
        using var admin = await world.SignInAsync();
        var known = await world.RegisteredAsync(admin);
        var csv = $"name;address;protocol;password;site;group;serial\r\nGood;{world.Fleet.Printers[1].Address.Authority};;horse-battery;Altona;CAD|leased;\r\n"
            + $"Known;{known.ParsedAddress.HostAndPort};;;;;\r\n;10.0.0.1:22;fax;;;;\r\nBy hand;;manual;;Altona;;SN-7\r\n";
        using var preview = await UploadAsync(admin, csv);
        Assert.Equal(HttpStatusCode.Redirect, preview.StatusCode);
        var page = WebUtility.HtmlDecode(await admin.GetStringAsync(preview.Headers.Location));
        foreach (var words in new[]
        {
            "To be registered: 2. Known already and passed over: 1. Wrong rows that are left out: 1. Nothing is stored yet.", "New sites are made: Altona", $"Registered already as {known.Name}",
            "<span class=\"code\">name</span>", "Give the printer a name", "<span class=\"code\">protocol</span>", "Choose one of", "<span class=\"code\">address</span>", "The host operator allows no printers",
        })
            Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain("horse-battery", page, StringComparison.Ordinal);
        Assert.Single(await world.PrintersAsync());

        var path = preview.Headers.Location!.OriginalString.TrimStart('/');
        path = path[path.IndexOf("admin/", StringComparison.Ordinal)..];
        using var confirmed = await admin.SendFormAsync(path, path);
        Assert.Contains("Registered: 2. Known already: 1. Wrong rows, listed below: 1.", await confirmed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(3, (await world.PrintersAsync()).Count);
        Assert.Equal("horse-battery", (await AccessAsync(world, (await world.PrintersAsync()).Single(printer => printer.Name == "Good").Id))!.AdminPassword);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(path)).StatusCode);

        using var wrong = await UploadAsync(admin, "name,adress\nx,y\n");
        Assert.Contains("The column adress is not known.", WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("name,address,protocol,password,site,group,serial", await admin.GetStringAsync("admin/printers/import/sample"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_search_finds_what_is_there_chooses_the_new_ones_and_remembers_their_keys(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine);
        using var admin = await world.SignInAsync();
        (await world.RegisterAsync(admin, world.Simulated)).Dispose();
        using var tested = await admin.SendFormAsync("admin/printers", $"admin/printers/{(await world.PrintersAsync())[0].Id}/test");
        var page = WebUtility.HtmlDecode(await admin.GetStringAsync("admin/printers/discover"));
        var network = $"127.0.0.1/32:{string.Join(',', world.Fleet.Printers.Select(printer => printer.Plan.Port))}";
        Assert.Contains(network, page, StringComparison.Ordinal);
        using var outside = await admin.SendFormAsync("admin/printers/discover", "admin/printers/discover", ("part", "10.99.0.0/24"));
        Assert.Contains("10.99.0.0/24 lies in no network that the host operator allows.", WebUtility.HtmlDecode(await outside.Content.ReadAsStringAsync()), StringComparison.Ordinal);

        using var started = await admin.SendFormAsync("admin/printers/discover", "admin/printers/discover", ("networks", network));
        var path = started.Headers.Location!.OriginalString[started.Headers.Location.OriginalString.IndexOf("admin/", StringComparison.Ordinal)..];
        for (page = ""; !page.Contains("Search again", StringComparison.Ordinal);)
            page = WebUtility.HtmlDecode(await admin.GetStringAsync(path));
        Assert.Contains("2 printers found, 1 of them new.", page, StringComparison.Ordinal);
        Assert.Contains($"Registered as {world.Simulated.Plan.Name}", page, StringComparison.Ordinal);
        var other = world.Fleet.Printers[1];
        Assert.DoesNotContain(other.Requests, request => request.WithPassword);

        using var added = await admin.SendFormAsync(path, path + "/register", ("chosen", other.Address.AbsoluteUri), ($"names[{other.Address.AbsoluteUri}]", "Found one"));
        var printer = (await world.PrintersAsync()).Single(printer => printer.Name == "Found one");
        Assert.Equal((other.Plan.SerialNumber, other.Plan.Model, 64), (printer.SerialNumber, printer.Model, printer.PinnedKey!.Length));
        Assert.Contains("2 printers found, 0 of them new.", await admin.GetStringAsync(path), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_exchange_needs_a_reason_opens_a_new_life_and_keeps_the_history(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine);
        using var admin = await world.SignInAsync();
        var home = $"admin/printers/{(await world.RegisteredAsync(admin)).Id}";
        using var tested = await admin.SendFormAsync(home, home + "/test");
        using var bare = await admin.SendFormAsync(home + "/device", home + "/device", ("Kind", "Exchanged"));
        Assert.Contains("Write down why", await bare.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(await world.PrintersAsync()).DeviceEpoch);

        using var exchanged = await admin.SendFormAsync(home + "/device", home + "/device", ("Kind", "Exchanged"), ("Reason", "Head crashed"));
        Assert.Equal(HttpStatusCode.Redirect, exchanged.StatusCode);
        var printer = Assert.Single(await world.PrintersAsync());
        Assert.Equal((2, null, null, false), (printer.DeviceEpoch, printer.SerialNumber, printer.PinnedKey, printer.HasPassword));
        var access = (await AccessAsync(world, printer.Id))!;
        Assert.Equal((2, printer.EpochBeganAt), (access.DeviceEpoch, access.EpochBeganAt));
        var page = WebUtility.HtmlDecode(await admin.GetStringAsync(home));
        Assert.Contains($"Device exchanged: serial number {world.Simulated.Plan.SerialNumber} was replaced by not known", page, StringComparison.Ordinal);
        Assert.Contains("Reason: Head crashed", page, StringComparison.Ordinal);
        var events = await world.Host.InTenantAsync(World.Tenant, services => services.GetRequiredService<PrintersDbContext>().Events.AsNoTracking().ToListAsync());
        Assert.Equal("admin", events.Single(line => line.Kind == PrinterEventKind.DeviceExchanged).ByWhom);
    }

    private static async Task<string> AddSiteAsync(HttpClient admin, string name)
    {
        using var added = await admin.SendFormAsync("admin/printers/sites/new", "admin/printers/sites/new", ("Name", name), ("TimeZoneId", "America/New_York"));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var page = await admin.GetStringAsync("admin/printers/sites");
        Assert.Contains(name, page, StringComparison.Ordinal);
        return System.Text.RegularExpressions.Regex.Match(page, "/sites/([0-9a-f-]{36})").Groups[1].Value;
    }

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient admin, string csv)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await admin.TokenAsync("admin/printers/import")), PageForms.TokenField },
            { new StringContent(csv), "file", "printers.csv" },
        };
        return await admin.PostAsync("admin/printers/import", form);
    }

    private static Task<RegisteredPrinter?> AccessAsync(World world, PrinterId id) =>
        world.Host.InTenantAsync(World.Tenant, services => services.GetRequiredService<IPrinterConnections>().FindAsync(id, CancellationToken.None));

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
