using System.Net;
using SmartTracker.Abstractions.Data;
using SmartTracker.Printers.Domain;
using SmartTracker.PrinterSimulator;
using SmartTracker.TestHost;

namespace SmartTracker.Printers.Tests;

public class PrinterPagesTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_registered_printer_is_tested_pinned_and_shown_without_its_password(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine);
        using var admin = await world.SignInAsync();
        Assert.Contains("No printers yet", await admin.GetStringAsync("admin/printers"), StringComparison.Ordinal);
        var printer = await world.RegisteredAsync(admin);
        var home = $"admin/printers/{printer.Id}";

        using var tested = await admin.SendFormAsync(home, home + "/test");
        Assert.Equal(HttpStatusCode.Redirect, tested.StatusCode);
        var page = await admin.GetStringAsync(home);
        var plan = world.Simulated.Plan;
        Assert.Contains($"The printer answers: {plan.Model}, serial number {plan.SerialNumber}. It accepted the password.", page, StringComparison.Ordinal);
        printer = Assert.Single(await world.PrintersAsync());
        Assert.Equal((plan.SerialNumber, plan.Model), (printer.SerialNumber, printer.Model));
        Assert.Equal(64, printer.PinnedKey!.Length);
        Assert.Contains(printer.PinnedKey[..4] + " " + printer.PinnedKey[4..8], page, StringComparison.Ordinal);
        foreach (var path in new[] { home, home + "/edit", "admin/printers" })
            Assert.DoesNotContain(plan.AdminPassword, await admin.GetStringAsync(path), StringComparison.Ordinal);
        Assert.DoesNotContain(plan.AdminPassword, printer.ProtectedPassword!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Enter the printer’s host name or IP address.")]
    [InlineData("http://127.0.0.1", "Only encrypted connections are used")]
    [InlineData("admin:x@10.0.0.1", "Leave user name and password out of the address")]
    [InlineData("10.0.0.1/page", "Only host and port")]
    [InlineData("two words", "This is not an address.")]
    [InlineData("127.0.0.1:22", "The host operator allows no printers at 127.0.0.1:22. Ask to have this network and port added to the setting SmartTracker:Network:Allow.")]
    [InlineData("[::ffff:169.254.169.254]", "The host operator allows no printers at")]
    public async Task A_refused_address_says_what_to_mend_and_nothing_is_stored(string address, string words)
    {
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite);
        using var admin = await world.SignInAsync();
        using var answer = await admin.SendFormAsync("admin/printers/new", "admin/printers/new",
            ("Name", "X"), ("Address", address), ("Protocol", "piws"), ("AdminPassword", "secret-of-the-form"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-of-the-form", page, StringComparison.Ordinal);
        Assert.Empty(await world.PrintersAsync());
    }

    [Fact]
    public async Task The_same_place_is_registered_once()
    {
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite);
        using var admin = await world.SignInAsync();
        await world.RegisteredAsync(admin);
        using var again = await world.RegisterAsync(admin, world.Simulated);
        Assert.Contains("is already registered at this address", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Single(await world.PrintersAsync());
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_printer_moved_to_another_port_gets_no_password_there(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine);
        using var admin = await world.SignInAsync();
        var home = $"admin/printers/{(await world.RegisteredAsync(admin)).Id}";
        using var tested = await admin.SendFormAsync(home, home + "/test");
        var elsewhere = world.Fleet.Printers[1];
        using var moved = await admin.SendFormAsync(home + "/edit", home + "/edit",
            ("Name", "Plotter"), ("Address", elsewhere.Address.Authority), ("Protocol", "piws"));
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        using var again = await admin.SendFormAsync(home, home + "/test");

        Assert.NotEmpty(elsewhere.Requests);
        Assert.DoesNotContain(elsewhere.Requests, request => request.WithPassword);
        var printer = Assert.Single(await world.PrintersAsync());
        Assert.False(printer.HasPassword);
        Assert.Equal(StopReason.SerialChanged, printer.Stopped);
        var page = await admin.GetStringAsync(home);
        Assert.Contains("Another device answers", page, StringComparison.Ordinal);

        using var confirmed = await admin.SendFormAsync(home, home + "/confirm-device", ("serialNumber", elsewhere.Plan.SerialNumber));
        Assert.Equal(elsewhere.Plan.SerialNumber, Assert.Single(await world.PrintersAsync()).SerialNumber);
    }

    [Theory]
    [InlineData(false, "Nobody answers at 127.0.0.1:")]
    [InlineData(true, "The printer refused the stored password.")]
    public async Task A_test_that_fails_says_what_went_wrong_and_what_to_do(bool isThere, string words)
    {
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite);
        using var admin = await world.SignInAsync();
        var home = $"admin/printers/{(await world.RegisteredAsync(admin)).Id}";
        await world.Simulated.SetFaultAsync(isThere ? new SimulatorFault.PasswordChanged() : new SimulatorFault.ConnectionRefused());
        using var tested = await admin.SendFormAsync(home, home + "/test");
        Assert.Contains(words, await admin.GetStringAsync(home), StringComparison.Ordinal);
        Assert.InRange(world.Simulated.Requests.Count(request => request.WithPassword), 0, 2);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_printer_without_jobs_is_deleted_and_one_with_jobs_archived(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine);
        using var admin = await world.SignInAsync();
        var first = await world.RegisteredAsync(admin);
        await RemoveAsync(admin, first, "Nothing was counted on this printer.");
        Assert.Empty(await world.PrintersAsync());

        var second = await world.RegisteredAsync(admin);
        using var collected = await admin.SendFormAsync($"admin/printers/{second.Id}", "admin/collections/now", ("printer", second.Id.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, collected.StatusCode);
        // On a busy machine the answer leads to the page that shows how far it is.
        for (var progress = ""; collected.Headers.Location!.OriginalString.Contains("/now/", StringComparison.Ordinal) && !progress.Contains("Go on", StringComparison.Ordinal);)
            progress = await admin.GetStringAsync(collected.Headers.Location);
        await RemoveAsync(admin, second, "Jobs were counted on this printer.");
        var archived = Assert.Single(await world.PrintersAsync());
        Assert.NotNull(archived.ArchivedAt);
        Assert.False(archived.HasPassword);
        Assert.Contains("No printers yet", await admin.GetStringAsync("admin/printers"), StringComparison.Ordinal);
        using var again = await world.RegisterAsync(admin, world.Simulated);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Fact]
    public async Task A_bookkeeper_sees_printers_but_changes_none()
    {
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite);
        using var admin = await world.SignInAsync();
        var home = $"admin/printers/{(await world.RegisteredAsync(admin)).Id}";
        using var books = await world.SignInAsync("books");
        var page = await books.GetStringAsync(home);
        Assert.DoesNotContain("Test connection", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Remove printer", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await books.GetAsync("admin/printers/new")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await books.GetAsync(home + "/edit")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await books.GetAsync(home + "/remove")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"admin/printers/{Guid.NewGuid()}")).StatusCode);
    }

    private static async Task RemoveAsync(HttpClient admin, Printer printer, string question)
    {
        var page = $"admin/printers/{printer.Id}/remove";
        Assert.Contains(question, await admin.GetStringAsync(page), StringComparison.Ordinal);
        using var removed = await admin.SendFormAsync(page, page);
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
    }
}
