using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Printers.Data;
using SmartTracker.PrinterSimulator;
using SmartTracker.TestHost;

namespace SmartTracker.Collection.Tests;

public class BadPrinterTests
{
    public static TheoryData<string> Faults => ["absent", "nonsense", "login", "redirect", "huge", "gzip"];

    [Theory, MemberData(nameof(Faults))]
    public async Task A_printer_that_fails_ends_with_a_sentence_while_the_others_go_on(string name)
    {
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite, printers: 3);
        var (fault, words) = Fault(name);
        await world.Fleet.Printers[1].SetFaultAsync(fault);
        var outcomes = await world.CollectAsync();

        var bad = outcomes.Single(outcome => outcome.PrinterName == world.Fleet.Printers[1].Plan.Name);
        Assert.NotEqual(CollectionResult.Complete, bad.Result);
        Assert.StartsWith(words, bad.Sentence, StringComparison.Ordinal);
        var good = outcomes.Where(outcome => outcome != bad).ToList();
        Assert.Equal(2, good.Count);
        Assert.All(good, outcome => Assert.Equal(CollectionResult.Complete, outcome.Result));
        Assert.All(good, outcome => Assert.True(outcome.NewJobs > 0));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_refused_password_pauses_the_printer_until_it_is_changed(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine);
        await world.CollectAsync();
        await world.Printer.SetFaultAsync(new SimulatorFault.PasswordChanged());
        var refused = await world.CollectOneAsync();
        Assert.Equal(CollectionResult.Failed, refused.Result);
        Assert.StartsWith("The printer refused the stored password.", refused.Sentence, StringComparison.Ordinal);
        var sent = WithPassword(world);
        Assert.InRange(sent, 1, 2);

        Assert.Equal(CollectionResult.Paused, (await world.CollectOneAsync()).Result);
        Assert.Equal(sent, WithPassword(world));

        await world.Printer.SetFaultAsync(null);
        var printer = Assert.Single(await world.PrintersAsync());
        using var admin = await world.SignInAsync();
        using var saved = await admin.SendFormAsync($"admin/printers/{printer.Id}/edit", $"admin/printers/{printer.Id}/edit",
            ("Name", printer.Name), ("Address", printer.Address.Authority), ("Protocol", "piws"), ("AdminPassword", world.Printer.Plan.AdminPassword));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(CollectionResult.Complete, (await world.CollectOneAsync()).Result);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)] // Jobs are for everybody, and only what it holds is asked for with the password.
    public async Task A_printer_that_locks_its_administrator_out_after_three_wrong_passwords_is_never_brought_to_it(bool jobsAreOpen)
    {
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite);
        await world.CollectAsync();
        world.Printer.LocksOutAfter = 3;
        await world.Printer.SetFaultAsync(jobsAreOpen ? new SimulatorFault.StateLocked() : new SimulatorFault.PasswordChanged());
        var first = await world.CollectOneAsync();
        Assert.Equal(jobsAreOpen ? CollectionResult.Partial : CollectionResult.Failed, first.Result);
        Assert.StartsWith("The printer refused the stored password.", first.Sentence, StringComparison.Ordinal);
        for (var cycle = 0; cycle < 5; cycle++)
            Assert.Equal(CollectionResult.Paused, (await world.CollectOneAsync()).Result);
        Assert.InRange(world.Printer.WrongPasswords, 1, 2);

        var printer = Assert.Single(await world.PrintersAsync());
        using var admin = await world.SignInAsync();
        using var saved = await admin.SendFormAsync($"admin/printers/{printer.Id}/edit", $"admin/printers/{printer.Id}/edit",
            ("Name", printer.Name), ("Address", printer.Address.Authority), ("Protocol", "piws"), ("AdminPassword", world.Printer.Plan.AdminPassword + "-changed"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(CollectionResult.Complete, (await world.CollectOneAsync()).Result);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_new_key_stops_collection_and_gets_no_password_until_a_person_confirms_it(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine);
        await world.CollectAsync();
        var known = world.Printer.Requests.Count;
        await world.Printer.SetFaultAsync(new SimulatorFault.NewKey());
        var stopped = await world.CollectOneAsync();
        Assert.StartsWith("The device presented another key", stopped.Sentence, StringComparison.Ordinal);
        Assert.Equal(known, world.Printer.Requests.Count);
        Assert.Equal(CollectionResult.Paused, (await world.CollectOneAsync()).Result);

        var printer = Assert.Single(await world.PrintersAsync());
        var presented = await PresentedKeyAsync(world);
        using var admin = await world.SignInAsync();
        using var confirmed = await admin.SendFormAsync($"admin/printers/{printer.Id}", $"admin/printers/{printer.Id}/confirm-key", ("key", presented!));
        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        Assert.Contains("none stored", await admin.GetStringAsync($"admin/printers/{printer.Id}"), StringComparison.Ordinal);
        Assert.Equal(CollectionResult.Complete, (await world.CollectOneAsync()).Result);
    }

    [Fact]
    public async Task A_certificate_renewed_with_the_same_key_passes()
    {
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite);
        await world.CollectAsync();
        await world.Printer.SetFaultAsync(new SimulatorFault.RenewedCertificate());
        Assert.Equal(CollectionResult.Complete, (await world.CollectOneAsync()).Result);
    }

    [Fact]
    public async Task A_printer_outside_the_operators_list_receives_nothing_and_the_sentence_names_the_setting()
    {
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite, listed: false);
        var outcome = await world.CollectOneAsync();
        Assert.Equal(CollectionResult.Failed, outcome.Result);
        Assert.Contains("SmartTracker:Network:Allow", outcome.Sentence, StringComparison.Ordinal);
        Assert.Empty(world.Printer.Requests);
    }

    private static (SimulatorFault Fault, string Words) Fault(string name) => name switch
    {
        "absent" => (new SimulatorFault.ConnectionRefused(), "Nobody answers at 127.0.0.1:"),
        "nonsense" => (new SimulatorFault.Nonsense(), "The answer to "),
        "login" => (new SimulatorFault.LoginPage(false), "A login page came instead of data."),
        "redirect" => (new SimulatorFault.LoginPage(true), "The printer sent us to "),
        "huge" => (new SimulatorFault.HugeBody(100), "The answer was longer than 32 MB"),
        _ => (new SimulatorFault.CompressedHugeBody(100), "The answer was longer than 32 MB"),
    };

    private static int WithPassword(World world) => world.Printer.Requests.Count(request => request.WithPassword);

    private static Task<string?> PresentedKeyAsync(World world) => world.Host.InTenantAsync(World.Tenant, services =>
        services.GetRequiredService<PrintersDbContext>().Printers.Select(printer => printer.PresentedKey).SingleAsync());
}
