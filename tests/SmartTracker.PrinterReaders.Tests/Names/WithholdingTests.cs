using System.Net;
using System.Text;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using SmartTracker.PrinterReaders.Ews;
using SmartTracker.PrinterReaders.Ipp;
using SmartTracker.PrinterReaders.Ledm;
using SmartTracker.PrinterReaders.Names;
using SmartTracker.PrinterReaders.Piws;
using SmartTracker.PrinterReaders.Snmp;
using SmartTracker.PrinterReaders.Tests.Ipp;
using SmartTracker.PrinterReaders.Tests.Snmp;
using SmartTracker.PrinterSimulator;
using SmartTracker.PrinterSimulator.Plan;
using SmartTracker.Protocols.Ipp.Codec;
using SmartTracker.Protocols.Ipp.Messages;
using SmartTracker.SnmpPeers;

namespace SmartTracker.PrinterReaders.Tests.Names;

/// <summary>Every reader, on everything that stands for a device here: without names an answer says the same, and no name is left in it.</summary>
public sealed class WithholdingTests
{
    private static readonly NamePrivacy Drops = Withheld.Of(NameHandling.Drop, NameHandling.Drop);
    private static readonly PiwsReader Piws = new(TimeProvider.System);
    private static readonly EwsReader Ews = new(TimeProvider.System);
    private static readonly IppReader Ipp = new(new FakeTimeProvider(new DateTimeOffset(2026, 11, 12, 14, 31, 0, TimeSpan.Zero)));

    private static readonly DateTimeOffset Morning = new(2026, 11, 12, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_job_queue_of_the_captured_shape_says_the_same()
    {
        Withheld.SaysTheSame(Piws, [Make.JobList(Fixture.JobQueue)]);
        if (Fixture.Z9() is { } file && File.Exists(file))
            Withheld.SaysTheSame(Piws, [Make.JobList(File.ReadAllBytes(file))]);
    }

    [Fact]
    public async Task A_printer_says_the_same_of_its_jobs_and_of_itself()
    {
        await using var printer = await Make.PrinterAsync();
        Withheld.SaysTheSame(Piws, (await (await printer.PinnedAsync()).FetchAsync()).Answers);
        Withheld.SaysTheSame(new PiwsStateReader(TimeProvider.System), (await new PiwsStateReader(TimeProvider.System).FetchStateAsync(printer.Connection(), CancellationToken.None)).Answers);
        Withheld.SaysTheSame(new LedmStateReader(TimeProvider.System), (await new LedmStateReader(TimeProvider.System).FetchStateAsync(printer.Connection(), CancellationToken.None)).Answers);
    }

    [Theory]
    [InlineData(EwsLanguage.English, EwsExport.Xlsx)]
    [InlineData(EwsLanguage.English, EwsExport.Xls)]
    [InlineData(EwsLanguage.German, EwsExport.Text)]
    [InlineData(EwsLanguage.Portuguese, EwsExport.Html)]
    [InlineData(EwsLanguage.Russian, null)]
    public async Task An_accounting_list_says_the_same_whatever_it_is_written_in(EwsLanguage language, EwsExport? export)
    {
        var plan = FleetPlan.Create(1, Make.Options()).Printers[0] with { Ews = new EwsPlan { Language = language, Export = export, SpeaksPiws = language != EwsLanguage.Russian }, Zone = "Europe/Berlin" };
        await using var printer = await SimulatedPrinter.StartAsync(plan, TimeProvider.System, CancellationToken.None);
        var connection = printer.Connection() with { TimeZone = "Europe/Berlin" };
        var first = await Ews.FetchAsync(connection, null, CancellationToken.None);
        Assert.True(Ews.Interpret(first.Answers).Jobs.Count > 3);
        Withheld.SaysTheSame(Ews, first.Answers);
        Withheld.SaysTheSame(Ews, (await Ews.FetchAsync(connection, Ews.Interpret(first.Answers).NextCursor, CancellationToken.None)).Answers);

        // A row whose name the printer itself withholds stays a row.
        printer.Change(ews => ews with { TellsNames = false });
        Withheld.SaysTheSame(Ews, (await Ews.FetchAsync(connection, null, CancellationToken.None)).Answers);
    }

    [Fact]
    public void What_nobody_reads_of_an_accounting_page_is_gone()
    {
        var page = """
            <html><body><p>Signed in: Anna Geheim</p><table><tr><td>Owner: Anna Geheim</td></tr></table>
            <table><tr><th>Document</th><th>Status</th><th>Job type</th><th>Owner's note</th><th>Copies</th><th>User</th><th>Print time</th></tr>
            <tr><td>Plan Geheim.pdf</td><td>printed</td><td>Print</td><td>for Anna Geheim</td><td>2</td><td>Anna Geheim</td><td>Jul 10, 2026 3:05:02 PM</td></tr>
            <tr><td></td><td>by Anna Geheim</td></tr></table></body></html>
            """;
        RawAnswer[] answers = [new("/hp/device/webAccess/index.htm?content=accounting#;", Make.Options().GeneratedAt, 200, "text/html", Encoding.UTF8.GetBytes(page), true)];
        Assert.Equal("Anna Geheim", Assert.Single(Ews.Interpret(answers).Jobs).UserName);
        var withheld = Ews.Withhold(answers, Drops);
        Assert.Equal((WithheldName.Dropped, WithheldName.Dropped, 2), (Assert.Single(Ews.Interpret(withheld).Jobs).UserName, Ews.Interpret(withheld).Jobs[0].JobName, Ews.Interpret(withheld).Jobs[0].CopiesPrinted));
        Withheld.IsNowhere(["Geheim"], withheld);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_IPP_printer_says_the_same_of_its_jobs_and_of_itself(bool listsAttributes)
    {
        var options = Make.Options();
        options = options with { Printers = [options.Printers[0] with { SpeaksIpp = true }] };
        await using var printer = await SimulatedPrinter.StartAsync(FleetPlan.Create(1, options).Printers[0], new FakeTimeProvider(new DateTimeOffset(2026, 11, 12, 14, 31, 0, TimeSpan.Zero)), CancellationToken.None);
        printer.Change(ipp => ipp with { ListsAttributes = listsAttributes });
        var connection = new PrinterConnection
        {
            Address = new Uri($"ipps://127.0.0.1:{printer.Plan.Port}/ipp/print"),
            Allows = endpoint => endpoint.Address.Equals(IPAddress.Loopback),
            Deadline = TimeSpan.FromSeconds(30),
        };
        Withheld.SaysTheSame(Ipp, (await Ipp.FetchAsync(connection, null, CancellationToken.None)).Answers);
        var states = new IppStateReader(TimeProvider.System);
        Withheld.SaysTheSame(states, (await states.FetchStateAsync(connection, CancellationToken.None)).Answers);
    }

    [Fact]
    public void A_printer_without_UUIDs_and_dates_that_was_reset_says_the_same()
    {
        var printer = new PaperPrinter { Now = Morning, SwitchedOnAt = Morning.AddHours(-2) };
        printer.Print("Grundriss Berger.pdf");
        var cursor = printer.Visit(null).NextCursor;
        printer.Reset(keepJobs: true);
        printer.Print("Schnitt Berger.pdf");
        Withheld.SaysTheSame(Ipp, printer.Answers(cursor));
    }

    [Theory]
    [InlineData("gmuth_CUPS_HP_LJ100_Get-Job-Attributes.ipp", "#Get-Job-Attributes")]
    [InlineData("sharpipp_GetJobAttributes_HP_Color_LaserJet_MFP_M476dn.bin", "#Get-Jobs")]
    [InlineData("gmuth_invalidHpNameWithLanguage.response", "#Get-Jobs")]
    public void What_real_printers_answered_over_IPP_keeps_its_figures_and_loses_its_names(string file, string asked)
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable("SMARTTRACKER_FIXTURES") ?? "", "devices", file);
        // Without the recordings a message of the same shape stands in, so that nothing is skipped.
        var body = File.Exists(path) ? File.ReadAllBytes(path) : Message(
            new("job-id", new IppInteger(1)), new("job-name", new IppLocalizedText("en", "Somebody's letter.doc", IppTag.NameWithLanguage)), new("job-uri", new IppText("ipp://x/Somebody's", IppTag.Uri)),
            new("job-originating-user-name", new IppText("somebody.somewhere", IppTag.NameWithoutLanguage)));
        var answer = new RawAnswer("/ipp/print" + asked, DateTimeOffset.UnixEpoch, 200, "application/ipp", body, true);
        var before = Job(answer);
        foreach (var privacy in Withheld.Ways)
        {
            var withheld = Ipp.Withhold([answer], privacy);
            var after = Job(withheld[0]);
            Assert.Equal(privacy.OfJob(before.Text("job-name")), after.Text("job-name"));
            Assert.Equal(privacy.OfUser(before.Text("job-originating-user-name")), after.Text("job-originating-user-name"));
            foreach (var figure in new[] { "job-id", "job-state", "job-impressions-completed", "job-media-sheets-completed", "job-k-octets", "time-at-completed", "copies" })
                Assert.Equal(before.Integer(figure), after.Integer(figure));
            if (privacy.Jobs != NameHandling.Collect && privacy.Users != NameHandling.Collect)
                Withheld.IsNowhere(new[] { before.Text("job-name"), before.Text("job-originating-user-name") }.OfType<string>().Where(name => name.Length > 4), withheld);
        }
    }

    [Fact]
    public void An_SNMP_agent_says_the_same_and_nobody_is_responsible()
    {
        var varbinds = Devices.Varbinds("plotter").ToList();
        varbinds.Add(SnmpMake.Text("1.3.6.1.2.1.43.5.1.1.4.1", "Anna Geheim"));
        Protocols.Snmp.Oid[] roots = [.. new[] { "1.3.6.1.2.1.1", "1.3.6.1.2.1.25.3.2.1", "1.3.6.1.2.1.25.3.5.1", "1.3.6.1.2.1.43.5.1.1", "1.3.6.1.2.1.43.8.2.1", "1.3.6.1.2.1.43.11.1.1", "1.3.6.1.2.1.43.18.1.1" }.Select(Protocols.Snmp.Oid.Parse)];
        List<RawAnswer> answers = [.. roots.Select(root => new RawAnswer(
            "snmp/" + root, SnmpMake.At, 200, "application/x-snmp-varbinds", Protocols.Snmp.Codec.SnmpVarbinds.Encode(varbinds.Where(varbind => varbind.Name.StartsWith(root)).OrderBy(varbind => varbind.Name)), true))];
        var reader = new SnmpStateReader(TimeProvider.System);
        Withheld.SaysTheSame(reader, answers);
        Withheld.IsNowhere(["Anna Geheim"], new PrinterFetch(answers, null, null).Withhold(Drops, reader.Withhold).Answers);
    }

    [Fact]
    public void What_is_not_understood_is_not_kept()
    {
        const string Login = "<html><body>Welcome back, Anna Geheim</body></html>";
        foreach (var (reader, path) in new (IPrinterReader, string)[] { (Piws, Make.JobList([]).Path), (Ipp, "/ipp/print#Get-Jobs"), (Ews, "/hp/device/webAccess/accounting.xls?cost=y#;") })
        {
            RawAnswer[] answers =
            [
                new(path, DateTimeOffset.UnixEpoch, 200, "text/html", Encoding.UTF8.GetBytes(Login), true),
                new(path, DateTimeOffset.UnixEpoch, 403, "text/html", Encoding.UTF8.GetBytes(Login), true),
                new("/elsewhere", DateTimeOffset.UnixEpoch, 200, "text/html; name=Geheim.htm", Encoding.UTF8.GetBytes(Login), true),
            ];
            var withheld = reader.Withhold(answers, Drops);
            Withheld.IsNowhere(["Geheim"], withheld);
            Assert.DoesNotContain(withheld, answer => answer.ContentType?.Contains("Geheim", StringComparison.Ordinal) == true);
            Assert.False(withheld[1].IsWhole);
            var observation = reader.Interpret(withheld);
            Assert.Empty(observation.Jobs);
            Assert.False(observation.IsComplete);
        }
    }

    [Fact]
    public void A_queue_that_breaks_off_anywhere_gives_the_same_whole_jobs_and_is_asked_for_again()
    {
        var document = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Fixture.JobQueue));
        for (var length = 0; length < document.Length; length += 37)
        {
            RawAnswer[] answers = [Make.JobList(document[..length], from: 5, whole: false)];
            var withheld = Piws.Withhold(answers, Drops);
            var (before, after) = (Piws.Interpret(answers), Piws.Interpret(withheld));
            Assert.Equal(before.Jobs.Select(job => job.DeviceJobId), after.Jobs.Select(job => job.DeviceJobId));
            Assert.Equal((before.NextCursor, before.IsComplete), (after.NextCursor, after.IsComplete));
            Withheld.IsNowhere(["öhlmann", "Lageplan"], withheld);
        }
    }

    [Fact]
    public void An_IPP_list_that_breaks_off_anywhere_keeps_no_name()
    {
        var printer = new PaperPrinter { Now = Morning, SwitchedOnAt = Morning.AddHours(-2), GivesUuids = true };
        for (var i = 0; i < 3; i++)
            printer.Print("Grundriss Berger.pdf");
        var answers = printer.Answers(null);
        for (var length = 0; length < answers[1].Body.Length; length += 5)
        {
            RawAnswer[] cut = [answers[0], answers[1] with { Body = answers[1].Body[..length], IsWhole = false }];
            var withheld = Ipp.Withhold(cut, Drops);
            Withheld.IsNowhere(["Berger"], withheld);
            var (before, after) = (Ipp.Interpret(cut), Ipp.Interpret(withheld));
            Assert.Equal(before.Jobs.Select(job => job.DeviceJobId), after.Jobs.Select(job => job.DeviceJobId));
            Assert.Equal((before.NextCursor, false), (after.NextCursor, after.IsComplete));
        }
    }

    [Fact]
    public void Names_of_any_letters_and_in_any_place_are_found() => Gen.Select(Gen.String[Gen.Char, 6, 30], Gen.Int[0, 5]).Where(told => IsName(told.Item1)).Sample((name, place) =>
    {
        var text = Encoding.UTF8.GetString(Fixture.JobQueue);
        var written = WebUtility.HtmlEncode(name);
        text = place switch
        {
            0 => text.Replace(">m.öhlmann<", $">{written}<", StringComparison.Ordinal),
            1 => text.Replace(">m.öhlmann<", $"><![CDATA[{name.Replace("]]>", "", StringComparison.Ordinal)}]]><", StringComparison.Ordinal),
            2 => text.Replace("<Source>", $"<Watermark>{written}</Watermark><Source>", StringComparison.Ordinal),
            3 => text.Replace("<Source>", $"<Source by=\"{written}\">", StringComparison.Ordinal),
            4 => text.Replace("<Source>", $"<HostName>{written}</HostName><URL>file:///{written}</URL><Source>", StringComparison.Ordinal),
            _ => text.Replace("<Source>", $"{written}<Source>", StringComparison.Ordinal),
        };
        Assert.NotEqual(Encoding.UTF8.GetString(Fixture.JobQueue), text);
        RawAnswer[] answers = [Make.JobList(Encoding.UTF8.GetBytes(text))];
        Assert.Equal(4, Piws.Interpret(answers).Jobs.Count);
        Withheld.SaysTheSame(Piws, answers);
        Withheld.IsNowhere([name.Trim()], Piws.Withhold(answers, Drops));
    }, iter: 60);

    // What XML can hold, and what is not by chance in every document.
    private static bool IsName(string name) => name.All(letter => letter is >= ' ' and not '\uFFFE' and not '\uFFFF' && !char.IsSurrogate(letter)) && name.Trim().Length > 5;

    private static IReadOnlyList<IppAttribute> Job(RawAnswer answer) => IppDecoder.Decode(answer.Body).Message!.Attributes(IppTag.JobAttributes);

    private static byte[] Message(params IppAttribute[] job) =>
        IppEncoder.Encode(new IppMessage { Code = 0, RequestId = 1, Groups = [new IppGroup(IppTag.OperationAttributes, []), new IppGroup(IppTag.JobAttributes, job)] });
}
