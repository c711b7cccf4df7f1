using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.Import;
using SmartTracker.Collection.Mailbox;
using SmartTracker.Collection.Profiles;
using SmartTracker.TestHost;

namespace SmartTracker.Collection.Tests;

/// <summary>Printers send their accounting files to a mailbox; each message is read once.</summary>
public class MailboxTests
{
    private const string File = "Datei;Fläche;Gedruckt\r\nPlan A.pdf;1,5;05.10.2026 10:00:00\r\nPlan B.pdf;2,5;05.10.2026 11:00:00\r\n";

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Each_message_is_read_once_and_what_nobody_knows_is_set_aside_visibly(DatabaseEngine engine)
    {
        await using var server = new ImapServer();
        await using var world = await World.StartAsync(engine, otherPorts: [server.Port]);
        await world.CollectAsync();
        var before = (await world.JobsAsync()).Count;
        using var admin = await world.SignInAsync();
        const string home = "admin/imports/mailbox";
        var profile = await AddProfileAsync(world);

        // The server is not known yet: nobody is told the password.
        Assert.Contains("Enter the password.", await SaveAsync(admin, server, password: "", key: ""), StringComparison.Ordinal);
        await SaveAsync(admin, server, server.Password, key: "");
        var page = await ReadAsync(admin);
        Assert.Contains($"enter the fingerprint of its key: {server.Key}", page, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Commands, command => command.StartsWith("AUTHENTICATE", StringComparison.Ordinal));

        await SaveAsync(admin, server, "wrong", server.Key);
        Assert.Contains("The server refused user name or password.", await ReadAsync(admin), StringComparison.Ordinal);
        await SaveAsync(admin, server, server.Password, server.Key);
        Assert.DoesNotContain(server.Password, await admin.GetStringAsync(home), StringComparison.Ordinal);

        server.Messages.Add(ImapServer.Message("1@plotter", "plotter@nord.example", "HP accounting week 40", "accounting.csv", File));
        server.Messages.Add(ImapServer.Message("2@spam", "win@spam.example", "You have won", "prize.csv", File));
        server.Messages.Add(ImapServer.Message("1@plotter", "plotter@nord.example", "HP accounting week 40", "accounting.csv", File));
        server.Messages.Add(ImapServer.Message("3@plotter", "plotter@nord.example", "HP accounting broken", "accounting.csv", "a;b\r\n1;2\r\n"));
        var printer = Assert.Single(await world.PrintersAsync());
        using var ruled = await admin.SendFormAsync(home, home + "/rules", ("Sender", "plotter@"), ("Subject", "accounting"), ("Profile", profile.ToString()), ("Printer", printer.Id.ToString()!));
        Assert.Equal(HttpStatusCode.Redirect, ruled.StatusCode);

        // Cut off in the middle: what was not read comes with the next visit.
        server.BreaksOff = true;
        Assert.Contains("The server broke off", await ReadAsync(admin), StringComparison.Ordinal);
        page = await ReadAsync(admin);
        Assert.Contains("No rule fits its sender and subject.", page, StringComparison.Ordinal);
        Assert.Contains("The file has not these columns of the profile", page, StringComparison.Ordinal);
        Assert.Equal([MessageOutcome.Imported, MessageOutcome.SetAside, MessageOutcome.Again, MessageOutcome.Failed], (await MessagesAsync(world)).Select(message => message.Outcome));
        Assert.Equal(before + 2, (await world.JobsAsync()).Count);

        // The next visit reads nothing anew; a mailbox that was moved gives all its messages other uids, and no job comes twice.
        await ReadAsync(admin);
        Assert.Equal(4, (await MessagesAsync(world)).Count);
        server.Validity++;
        await ReadAsync(admin);
        Assert.Equal(before + 2, (await world.JobsAsync()).Count);
        Assert.Equal(8, (await MessagesAsync(world)).Count);

        // With a rule for it, what was set aside is read when somebody asks.
        using var second = await admin.SendFormAsync(home, home + "/rules", ("Subject", "won"), ("Profile", profile.ToString()), ("Printer", printer.Id.ToString()!));
        using var again = await admin.SendFormAsync(home, home + "/again");
        await ReadAsync(admin);
        Assert.Contains(await MessagesAsync(world), message => message is { MessageId: "2@spam", Outcome: MessageOutcome.Imported });
        // Its rows are the same two jobs.
        Assert.Equal(before + 2, (await world.JobsAsync()).Count);
        Assert.All(server.Commands.Where(command => command.StartsWith("UID", StringComparison.Ordinal)), command => Assert.DoesNotContain("STORE", command, StringComparison.Ordinal));
        Assert.DoesNotContain(server.Commands, command => command.StartsWith("SELECT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_the_operator_does_not_allow_is_not_called()
    {
        await using var server = new ImapServer();
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite);
        using var admin = await world.SignInAsync();
        await SaveAsync(admin, server, server.Password, server.Key);
        Assert.Contains($"does not allow connections to 127.0.0.1:{server.Port}; nothing was sent.", await ReadAsync(admin), StringComparison.Ordinal);
        Assert.Empty(server.Commands);
    }

    [Fact]
    public async Task A_message_that_is_none_or_grows_beyond_what_was_announced_is_named_and_the_next_one_is_read()
    {
        await using var server = new ImapServer();
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite, otherPorts: [server.Port]);
        using var admin = await world.SignInAsync();
        await SaveAsync(admin, server, server.Password, server.Key);
        server.Messages.Add("");
        server.Messages.Add(ImapServer.Message("1@spam", "win@spam.example", "You have won", "prize.csv", File));
        var page = await ReadAsync(admin);
        Assert.Contains("The message is damaged.", page, StringComparison.Ordinal);
        Assert.Equal([MessageOutcome.Failed, MessageOutcome.SetAside], (await MessagesAsync(world)).Select(message => message.Outcome));

        server.Messages.Add(ImapServer.Message("2@flood", "plotter@nord.example", "Accounting", "accounting.csv", File));
        server.Messages.Add(ImapServer.Message("3@spam", "win@spam.example", "You have won", "prize.csv", File));
        server.Floods = 80 * 1024 * 1024;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Assert.Contains("The message is larger than 48 MB.", await ReadAsync(admin), StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 48L * 1024 * 1024);
        await ReadAsync(admin);
        Assert.Equal([MessageOutcome.Failed, MessageOutcome.SetAside, MessageOutcome.Failed, MessageOutcome.SetAside], (await MessagesAsync(world)).Select(message => message.Outcome));
    }

    [Fact]
    public async Task A_server_that_sends_a_byte_now_and_then_is_given_up_in_time()
    {
        await using var server = new ImapServer { Drips = true };
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite, otherPorts: [server.Port], mailboxSeconds: 3);
        using var admin = await world.SignInAsync();
        await SaveAsync(admin, server, server.Password, server.Key);
        server.Messages.Add(ImapServer.Message("1@plotter", "plotter@nord.example", "Accounting", "accounting.csv", File));
        var watch = Stopwatch.StartNew();
        Assert.Contains("The server was not done within 0.1 minutes.", await ReadAsync(admin), StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(60));
        Assert.Empty(await MessagesAsync(world));
    }

    [Fact]
    public async Task The_password_goes_to_the_server_for_which_it_was_given_and_to_no_other()
    {
        await using var server = new ImapServer();
        await using var other = new ImapServer();
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite, otherPorts: [server.Port, other.Port]);
        using var admin = await world.SignInAsync();
        await SaveAsync(admin, server, server.Password, server.Key);
        // Another host, port, user or key, and no password: nothing is changed, and nobody hears the old one.
        foreach (var changed in new (string, string)[] { ("Host", "localhost"), ("Port", $"{other.Port}"), ("UserName", "other@nord.example"), ("PinnedKey", other.Key) })
            Assert.Contains("Enter the password. It goes when server, user or key change.", await SaveAsync(admin, server, "", server.Key, changed), StringComparison.Ordinal);
        await world.ExecuteAsync($"UPDATE import_mailbox SET port = {other.Port}, pinned_key = '{other.Key}'");
        // And who changes the row itself has changed what the password was sealed for.
        Assert.Contains("The server refused user name or password.", await ReadAsync(admin), StringComparison.Ordinal);
        Assert.Equal("", other.Heard);
    }

    [Fact]
    public void The_rule_that_asks_for_most_counts()
    {
        var first = new MailboxRuleRow { Id = Guid.CreateVersion7(), Sender = "@nord.example" };
        var second = new MailboxRuleRow { Id = Guid.CreateVersion7(), Sender = "@nord.example", Subject = "Accounting" };
        Assert.Same(second, MailboxRules.Find([first, second], "Plotter@NORD.example", "accounting week 40"));
        Assert.Same(first, MailboxRules.Find([first, second], "plotter@nord.example", "alert"));
        Assert.Null(MailboxRules.Find([first, second], "plotter@south.example", "accounting"));
    }

    private static async Task<string> SaveAsync(HttpClient admin, ImapServer server, string password, string key, (string Name, string Value) changed = default)
    {
        (string Name, string Value)[] fields =
            [("IsEnabled", "true"), ("Host", "127.0.0.1"), ("Port", $"{server.Port}"), ("UserName", ImapServer.User), ("Password", password), ("PinnedKey", key), ("Folder", "INBOX")];
        using var answer = await admin.SendFormAsync("admin/imports/mailbox", "admin/imports/mailbox", [.. fields.Select(field => field.Name == changed.Name ? changed : field)]);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string> ReadAsync(HttpClient admin)
    {
        using var answer = await admin.SendFormAsync("admin/imports/mailbox", "admin/imports/mailbox/read");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return WebUtility.HtmlDecode(await admin.GetStringAsync("admin/imports/mailbox"));
    }

    private static async Task<ImportProfileId> AddProfileAsync(World world)
    {
        var id = ImportProfileId.New();
        await world.Host.InTenantAsync(World.Tenant, async services =>
        {
            var definition = new ProfileDefinition
            {
                DateFormat = "dd.MM.yyyy HH:mm:ss",
                Columns = [new("Datei", ImportField.JobName), new("Fläche", ImportField.MediaAreaMm2, "m²"), new("Gedruckt", ImportField.CompletedAt)],
            };
            await using var transaction = await services.GetRequiredService<ITenantDatabase>().BeginAsync(CancellationToken.None);
            await services.GetRequiredService<ImportProfileStore>().AddAsync(new ImportProfileRow { Id = id, Name = "Plotter", Definition = definition.ToJson() }, CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        });
        return id;
    }

    private static Task<List<MailboxMessageRow>> MessagesAsync(World world) => world.Host.InTenantAsync(World.Tenant, services =>
        services.GetRequiredService<CollectionDbContext>().MailboxMessages.AsNoTracking().OrderBy(message => message.Validity).ThenBy(message => message.Uid).ToListAsync());
}
