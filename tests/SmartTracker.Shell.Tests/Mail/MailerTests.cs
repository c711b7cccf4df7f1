using System.Globalization;
using CsCheck;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;
using NodaTime;
using SmartTracker.Abstractions.Mail;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Mail;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Shell.Tests.Mail;

public sealed class MailerTests : IDisposable
{
    private static readonly Letter Invitation = new(
        "katrin@nordplan.example", "Katrin Lorenz", "de", "Einladung", ["Hallo <b>Katrin</b>,"], new("Annehmen", new Uri("https://print.example.org/n/invitation/abc?x=1&y=2")), "Nordplan");

    private readonly string _folder = Directory.CreateTempSubdirectory("smarttracker-mail-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Without_a_server_a_letter_waits_as_a_file_that_only_the_host_reads()
    {
        var mailer = NewMailer();
        Assert.False(mailer.HasServer);
        await mailer.SendAsync(Invitation, default);
        var file = Assert.Single(Directory.GetFiles(Path.Combine(_folder, "mail")));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));

        using var message = await MimeMessage.LoadAsync(file);
        Assert.Equal("Nordplan Architekten", ((MailboxAddress)message.From[0]).Name);
        Assert.Equal("katrin@nordplan.example", ((MailboxAddress)message.To[0]).Address);
        Assert.Contains("Annehmen:\nhttps://print.example.org/n/invitation/abc?x=1&y=2", message.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("Hallo &lt;b&gt;Katrin&lt;/b&gt;", message.HtmlBody!, StringComparison.Ordinal);
        Assert.Contains("href=\"https://print.example.org/n/invitation/abc?x=1&amp;y=2\"", message.HtmlBody!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_server_it_is_handed_over_from_the_tenants_own_sender()
    {
        await using var server = new SmtpReceiver();
        var mailer = NewMailer(("Host", "127.0.0.1"), ("Port", Text(server.Port)), ("Security", "None"), ("From", "plots@nordplan.example"), ("FromName", "Plots"));
        Assert.True(mailer.HasServer);
        await mailer.SendAsync(Invitation, default);
        Assert.Contains(server.Commands, line => line.StartsWith("MAIL FROM:<plots@nordplan.example>", StringComparison.Ordinal));
        Assert.Contains(server.Commands, line => line.StartsWith("RCPT TO:<katrin@nordplan.example>", StringComparison.Ordinal));
        Assert.Contains("From: Plots <plots@nordplan.example>", server.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder, "mail")));
    }

    [Theory]
    [InlineData("RCPT", "550 no such mailbox", MailFault.Recipient)]
    [InlineData("MAIL", "550 not from you", MailFault.Sender)]
    [InlineData("DATA", "554 looks like spam", MailFault.Refused)]
    [InlineData("AUTH", "535 wrong", MailFault.SignIn)]
    public async Task What_the_server_refuses_is_said_without_the_password(string command, string reply, MailFault fault)
    {
        await using var server = new SmtpReceiver((command, reply));
        var mailer = NewMailer(
            ("Host", "127.0.0.1"), ("Port", Text(server.Port)), ("Security", "None"), ("From", "a@b.example"), ("UserName", "mailer"), ("Password", "hidden-word"));
        var refused = await Assert.ThrowsAsync<MailException>(() => mailer.SendAsync(Invitation, default));
        Assert.Equal(fault, refused.Fault);
        Assert.DoesNotContain("hidden-word", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_or_offers_no_encryption_is_told_apart()
    {
        int port;
        await using (var server = new SmtpReceiver())
        {
            port = server.Port;
            var unencrypted = await Assert.ThrowsAsync<MailException>(() => NewMailer(("Host", "127.0.0.1"), ("Port", Text(port)), ("From", "a@b.example")).SendAsync(Invitation, default));
            Assert.Equal(MailFault.Encryption, unencrypted.Fault);
        }

        var gone = await Assert.ThrowsAsync<MailException>(() => NewMailer(("Host", "127.0.0.1"), ("Port", Text(port)), ("From", "a@b.example")).SendAsync(Invitation, default));
        Assert.Equal(MailFault.Unreachable, gone.Fault);
        Assert.Contains("SmartTracker:Mail:Host", gone.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("katrin")]
    [InlineData("katrin@nordplan.example\r\nBcc: all@nordplan.example")]
    [InlineData("katrin@nordplan.example, eve@evil.example")]
    [InlineData("Katrin <katrin@nordplan.example>")]
    [InlineData("a@b@c")]
    [InlineData("")]
    public async Task An_address_that_is_none_or_more_than_one_is_refused(string address)
    {
        var refused = await Assert.ThrowsAsync<MailException>(() => NewMailer().SendAsync(Invitation with { To = address }, default));
        Assert.Equal(MailFault.Recipient, refused.Fault);
    }

    [Fact]
    public void No_name_or_subject_becomes_a_header_of_its_own() => Gen.OneOf(Gen.String, Gen.Const("x\r\nBcc: eve@evil.example\r\n\r\n<h1>"), Gen.Const("x\nBcc: eve@evil.example"), Gen.Const("x\u2028Bcc: y"))
        .Select(Gen.String[Gen.Char, 0, 40], (text, name) => (text, name))
        .Sample(sample =>
        {
            using var message = LetterMessage.Compose(Invitation with { Subject = sample.text, ToName = sample.name }, "a@b.example", sample.text, DateTimeOffset.UnixEpoch);
            using var stream = new MemoryStream();
            message.WriteTo(stream);
            stream.Position = 0;
            using var read = MimeMessage.Load(stream);
            string[] allowed = ["from", "date", "subject", "message-id", "to", "mime-version", "auto-submitted", "content-type"];
            return read.Bcc.Count == 0 && read.From.Count == 1 && read.To.Count == 1 && read.Headers.All(header => allowed.Contains(header.Field.ToLowerInvariant()));
        }, iter: 300);

    [Theory]
    [InlineData("SmartTracker:Mail:From", "Host", "mail.example")]
    [InlineData("SmartTracker:Mail:Port", "Port", "many")]
    [InlineData("SmartTracker:Mail:Port", "Port", "70000")]
    [InlineData("SmartTracker:Mail:Security", "Security", "7")]
    [InlineData("SmartTracker:Mail:UserName", "Password", "x")]
    [InlineData("SmartTracker:Mail:Security", "Security", "None", "UserName", "u", "Password", "p")]
    public void A_setting_that_cannot_be_used_is_named(string named, params string[] pairs)
    {
        var refused = Assert.Throws<SettingException>(() => Read([.. pairs.Chunk(2).Select(pair => (pair[0], pair[1]))]));
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IConfiguration Configuration(params (string Key, string Value)[] mail) => new ConfigurationBuilder()
        .AddInMemoryCollection(mail.Select(pair => KeyValuePair.Create($"{MailSettings.Section}:{pair.Key}", (string?)pair.Value))).Build();

    private MailSettings Read(params (string Key, string Value)[] mail) => MailSettings.Read(Configuration(mail), new DataFolder(_folder));

    private Mailer NewMailer(params (string Key, string Value)[] mail) => new(
        Read(mail),
        new Tenant("nordplan", "Nordplan Architekten", "nordplan", CultureInfo.GetCultureInfo("de"), DateTimeZone.Utc, new Currency("EUR")),
        Configuration(mail),
        TimeProvider.System,
        NullLogger<Mailer>.Instance);
}
