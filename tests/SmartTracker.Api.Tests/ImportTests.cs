using System.IO.Compression;
using System.Net;
using System.Text;
using SmartTracker.Abstractions.Data;
using SmartTracker.TestHost;

namespace SmartTracker.Api.Tests;

public sealed class ImportTests
{
    private const string Csv = "text/csv";

    private static readonly string Whole = Rows.Json(new
    {
        printerSerial = ImportWorld.Serial,
        deviceJobId = "18844",
        jobKind = "copy",
        status = "completed",
        userName = "brandt",
        jobName = "Ansicht \"Süd\", Blatt 2\nStand Oktober.pdf",
        accountId = "P-2026-017",
        submittedAt = "2026-10-15T11:58:00.5Z",
        completedAt = "2026-10-15T14:00:00+02:00",
        pages = 2,
        copies = 3,
        mediaType = "Coated 130 g",
        mediaWidthUm = 914_000,
        pageAreaMm2 = 2_997_324,
        mediaAreaMm2 = 3_257_496,
        inkNl = new { c = 400_000, pk = 0 },
    });

    private const string WholeAsCsv =
        "\uFEFFdeviceJobId,printerSerial,jobName,jobKind,status,userName,accountId,submittedAt,completedAt,pages,copies,mediaType,mediaWidthUm,pageAreaMm2,mediaAreaMm2,ink_C_nl,ink_pk_nl\r\n"
        + "18844,SN-1,\"Ansicht \"\"Süd\"\", Blatt 2\nStand Oktober.pdf\",copy,completed,brandt,P-2026-017,2026-10-15T11:58:00.5Z,2026-10-15T12:00:00Z,2,3,Coated 130 g,914000,2997324,3257496,400000,0\r\n"
        + "18845,SN-1,,,,,,,2026-10-16T08:00:00Z,,,,,,,,\r\n";

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_same_jobs_come_in_once_as_NDJSON_as_CSV_or_packed_and_a_later_word_about_one_is_a_revision(DatabaseEngine engine)
    {
        await using var world = await ImportWorld.StartAsync(engine);
        Assert.Equal((1, 0, 0), Figures(await world.ImportAsync(Whole + "\n\n")));
        Assert.Equal((1, 1, 0), Figures(await world.ImportAsync(WholeAsCsv, Csv + "; charset=UTF-8")));
        Assert.Equal((0, 1, 0), Figures(await world.CountsAsync(await world.SendAsync(Pack(Whole), "application/x-ndjson", "gzip"))));

        var job = (await world.JobsAsync("search=18844")).Single();
        Assert.Equal(("copy", "completed", "brandt"), (job.Text("jobKind"), job.Text("status"), job.Text("userName")));
        Assert.Equal(("Ansicht \"Süd\", Blatt 2\nStand Oktober.pdf", "P-2026-017"), (job.Text("jobName"), job.Text("accountId")));
        Assert.Equal(("2026-10-15T11:58:00.5Z", "2026-10-15T12:00:00Z"), (job.Text("submittedAt"), job.Text("completedAt")));
        Assert.Equal((2, 3, 6), ((int)job["pages"]!, (int)job["copies"]!, (int)job["impressions"]!));
        Assert.Equal((914_000, 2_997_324, 3_257_496), ((long)job["mediaWidthUm"]!, (long)job["pageAreaMm2"]!, (long)job["mediaAreaMm2"]!));
        Assert.Equal("""{"C":400000,"PK":0}""", job["inkNl"]!.ToJsonString());
        var bare = (await world.JobsAsync("search=18845")).Single();
        Assert.All(new[] { "jobName", "userName", "pages", "copies", "impressions", "mediaType", "mediaAreaMm2", "inkNl" }, field => Assert.Null(bare[field]));

        // It came out once more the next day; the word of the day before, said again, changes nothing.
        Assert.Equal((1, 0, 0), Figures(await world.ImportAsync(Rows.Job("18844", completedAt: "2026-10-16T12:00:00Z", mediaAreaMm2: 9_000_000))));
        Assert.Equal((0, 1, 0), Figures(await world.ImportAsync(Whole)));
        job = (await world.JobsAsync("search=18844")).Single();
        Assert.Equal((2, 9_000_000), ((int)job["revision"]!, (long)job["mediaAreaMm2"]!));

        // Without the device's id a job is what its line says: twice the same line is one job, another line another.
        var nameless = """{ "printerSerial": "SN-1", "completedAt": "2026-10-17T08:00:00Z", "jobName": "A" }""";
        Assert.Equal((2, 1, 0), Figures(await world.ImportAsync(Rows.Lines([nameless, nameless.Replace("\"A\"", "\"B\"", StringComparison.Ordinal), nameless]))));
        Assert.Equal((0, 1, 0), Figures(await world.ImportAsync("jobName,completedAt,printerSerial\nA,2026-10-17T10:00:00+02:00,SN-1", Csv)));
        Assert.Equal(4, await world.CountAsync());

        // Nothing is not an error.
        Assert.Equal((0, 0, 0), Figures(await world.ImportAsync("")));
        Assert.Equal((0, 0, 0), Figures(await world.ImportAsync("\n \n\n")));
        Assert.Equal((0, 0, 0), Figures(await world.ImportAsync("printerSerial,completedAt\r\n", Csv)));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Each_wrong_row_is_named_with_line_field_and_reason_and_the_good_ones_are_kept(DatabaseEngine engine)
    {
        await using var world = await ImportWorld.StartAsync(engine);
        var utf8 = Encoding.UTF8;
        (byte[] Line, string? Field, string Reason)[] rows =
        [
            (utf8.GetBytes(Rows.Job(1)), "", ""),
            (utf8.GetBytes(Rows.Job(2, mediaAreaMm2: -1)), "mediaAreaMm2", "mediaAreaMm2 is negative."),
            (utf8.GetBytes(Rows.Job(3, serial: "XX-9")), "printerSerial", "No printer with the serial number XX-9 is registered. Register it first."),
            (utf8.GetBytes(Rows.Job(4, mediaAreaMm2: 100_000_000_001)), "mediaAreaMm2", "mediaAreaMm2 is larger than 100000000000."),
            (utf8.GetBytes(Rows.Job(5, completedAt: "2026-10-15 12:00")), "completedAt", "completedAt is not a moment such as 2026-10-01T08:00:00Z or 2026-10-01T10:00:00+02:00."),
            (utf8.GetBytes(Rows.Job(6, completedAt: "2026-12-24T12:00:00Z")), "completedAt", "completedAt lies before the year 2000 or in the future."),
            (utf8.GetBytes("""{ "printerSerial": "SN-1", "deviceJobId": "7" }"""), "completedAt", "completedAt is missing, and so is submittedAt: one of them decides the month."),
            (utf8.GetBytes("""{ "deviceJobId": "8", "completedAt": "2026-10-15T12:00:00Z" }"""), "printerSerial", "printerSerial is missing."),
            (utf8.GetBytes("""{ "printerSerial": "SN-1", "completedAt": "2026-10-15T12:00:00Z", "pages": "2" }"""), "pages", "pages is not a whole number."),
            (utf8.GetBytes("""{ "printerSerial": "SN-1", "completedAt": "2026-10-15T12:00:00Z", "pages": 1.5 }"""), "pages", "pages is not a whole number."),
            (utf8.GetBytes("""{ "printerSerial": "SN-1", "completedAt": "2026-10-15T12:00:00Z", "areaSqFt": 12 }"""), "areaSqFt", "areaSqFt is not a known field."),
            (utf8.GetBytes("""{ "printerSerial": "SN-1", "completedAt": "2026-10-15T12:00:00Z", "status": "done" }"""), "status", "status is not one of completed, cancelled, failed, pending."),
            (utf8.GetBytes("""{ "printerSerial": "SN-1", "completedAt": "2026-10-15T12:00:00Z", "inkNl": { "c": -5 } }"""), "inkNl", "inkNl is negative."),
            (utf8.GetBytes("""{ "printerSerial": "SN-1", "completedAt": """), null, "The line is not a JSON object."),
            (utf8.GetBytes("[1, 2]"), null, "The line is not a JSON object."),
            ([.. utf8.GetBytes("""{ "printerSerial": "SN-1", "jobName": " """), 0xFF, .. utf8.GetBytes("\" }")], null, "The line is not UTF-8."),
            (utf8.GetBytes(Rows.Json(new { printerSerial = ImportWorld.Serial, jobName = new string('x', 70_000), completedAt = "2026-10-15T12:00:00Z" })), null, "The line is longer than 65536 bytes."),
            (utf8.GetBytes(Rows.Json(new { printerSerial = ImportWorld.Serial, jobName = new string('x', 1001), completedAt = "2026-10-15T12:00:00Z" })), "jobName", "jobName is longer than 1000 characters."),
            (utf8.GetBytes(Rows.Job(19)), "", ""),
        ];
        var body = rows.SelectMany(row => row.Line.Append((byte)'\n')).ToArray();
        var expected = rows.Select((row, index) => ((long)index + 1, row.Field, row.Reason)).Where(row => row.Reason.Length > 0).ToList();

        var counts = await world.CountsAsync(await world.SendAsync(body, "application/x-ndjson"));
        Assert.Equal(expected, counts.Rejected);
        Assert.Equal((2, 0, rows.Length - 2), Figures(counts));
        Assert.Equal(["1", "19"], (await world.JobsAsync()).Select(job => job.Text("deviceJobId")).Order());

        var csv = await world.ImportAsync(
            """
            printerSerial,deviceJobId,completedAt,mediaAreaMm2,ink_c_nl,jobName
            SN-1,20,2026-10-15T12:00:00Z,"0,542916",1,A
            SN-1,21,2026-10-15T12:00:00Z,0.54,1,A
            SN-1,22,2026-10-15T12:00:00Z,-542916,1,A
            SN-1,23,2026-10-15T12:00:00Z,542916,-1,A
            SN-1,24,2026-10-15T12:00:00Z,542916,1
            SN-1,25,2026-10-15T12:00:00Z,542916,1,A,B
            SN-1,26,2026-10-15T12:00:00Z,542916,1,"two
            lines"
            SN-1,27,15.10.2026 12:00,542916,1,A
            SN-1,28,2026-10-15T12:00:00Z,542916,1,"not "closed
            """, Csv);
        Assert.Equal(
            [
                (2L, "mediaAreaMm2", "mediaAreaMm2 is not a whole number."), (3, "mediaAreaMm2", "mediaAreaMm2 is not a whole number."),
                (4, "mediaAreaMm2", "mediaAreaMm2 is negative."), (5, "ink_c_nl", "ink_c_nl is negative."),
                (6, null, "The line has 5 fields instead of 6."), (7, null, "The line has more than 6 fields."),
                (10, "completedAt", "completedAt is not a moment such as 2026-10-01T08:00:00Z or 2026-10-01T10:00:00+02:00."),
                (11, null, "A quote is not closed, or something stands beside it. It is the last one; the file may be cut off."),
            ],
            csv.Rejected.Select(row => (row.Line, row.Field, row.Reason)));
        Assert.Equal((1, 0, 8), Figures(csv));

        // So many that nobody would read them: the first thousand are named, all are counted, the good one among them is kept.
        var many = await world.ImportAsync(Rows.Lines(Enumerable.Range(0, 6000).Select(number => number == 5500 ? Rows.Job(29) : Rows.Job(number, mediaAreaMm2: -number - 1))));
        Assert.Equal((1, 0, 5999), Figures(many));
        Assert.Equal(Enumerable.Range(1, 1000).Select(line => (long)line), many.Rejected.Select(row => row.Line));
        Assert.Equal(5999, (long)(await world.LastImportAsync())["rejectedCount"]!);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_cannot_be_read_at_all_is_refused_with_a_sentence_that_says_what_to_do(DatabaseEngine engine)
    {
        await using var world = await ImportWorld.StartAsync(engine);
        async Task RefusedAsync(string header, string field, params string[] words)
        {
            var problem = await (await world.SendAsync(header + "\nSN-1,1,2026-10-15T12:00:00Z\n", Csv)).ProblemAsync(HttpStatusCode.BadRequest);
            var sentence = (string)problem["errors"]![field]!.AsArray().Single()!;
            Assert.All(words, word => Assert.Contains(word, sentence, StringComparison.Ordinal));
        }

        await RefusedAsync("printerSerial,area_sqft,cost", "area_sqft", "The columns 'area_sqft', 'cost' are not known.", "mediaAreaMm2", "ink_c_nl");
        await RefusedAsync("printerSerial,deviceJobId", "completedAt", "The header has no column completedAt.");
        await RefusedAsync("deviceJobId,completedAt", "printerSerial", "The header has no column printerSerial.");
        await RefusedAsync("printerSerial;deviceJobId;completedAt", "header", "separated by semicolons", "commas");
        await RefusedAsync("printerSerial\tdeviceJobId\tcompletedAt", "header", "separated by tabs", "commas");
        await RefusedAsync("printerSerial,completedAt,completedAt", "completedAt", "twice");
        await RefusedAsync("printerSerial,inkNl,completedAt", "inkNl", "The column 'inkNl' is not known.");

        var excel = await (await world.SendAsync("x", "application/vnd.ms-excel")).ProblemAsync(HttpStatusCode.UnsupportedMediaType);
        Assert.Equal("Send the jobs as application/x-ndjson or text/csv, in UTF-8.", excel.Text("detail"));
        await (await world.SendAsync("x", "text/csv; charset=iso-8859-1")).ProblemAsync(HttpStatusCode.UnsupportedMediaType);
        var zip = await (await world.SendAsync([1, 2, 3], Csv, "br")).ProblemAsync(HttpStatusCode.UnsupportedMediaType);
        Assert.Equal("The body may be packed with gzip only.", zip.Text("detail"));
        Assert.Equal((0, 0), (await world.CountAsync(), (await (await world.Client.GetAsync("print-jobs/imports")).JsonAsync())["items"]!.AsArray().Count));

        // Packed and damaged: what could be unpacked is kept and said.
        var damaged = Pack(Rows.Jobs(1, 9000))[..^200];
        var broken = await (await world.SendAsync(damaged, "application/x-ndjson", "gzip")).ProblemAsync(HttpStatusCode.BadRequest);
        Assert.Contains("The rows before are kept.", broken.Text("detail"), StringComparison.Ordinal);
        Assert.InRange((int)broken["accepted"]!, 5000, 8999);
        Assert.Equal((int)broken["accepted"]!, await world.CountAsync());
        Assert.Equal("The line is cut off.", broken["rejected"]!.AsArray().Single()!.Text("reason"));
        Assert.Equal("The body ended in the middle.", (await world.LastImportAsync()).Text("problem"));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Two_programs_that_send_the_same_file_at_once_add_each_job_once(DatabaseEngine engine)
    {
        await using var world = await ImportWorld.StartAsync(engine, "SN-2");
        var file = Rows.Lines(Enumerable.Range(0, 12_000).Select(number => Rows.Job(number / 2, serial: number % 2 == 0 ? "SN-1" : "SN-2")));
        var counts = await Task.WhenAll(world.ImportAsync(file), world.ImportAsync(file), world.ImportAsync(file));
        Assert.Equal((12_000, 24_000, 0), (counts.Sum(count => count.Accepted), counts.Sum(count => count.Duplicates), counts.Sum(count => count.RejectedCount)));
        Assert.Equal(12_000, await world.CountAsync());

        // The same request again gets the same answer; the same file as another request adds nothing.
        var body = Encoding.UTF8.GetBytes(file + Rows.Job("one more"));
        var first = await world.SendAsync(body, "application/x-ndjson", idempotencyKey: "night-of-20-november");
        var again = await world.SendAsync(body, "application/x-ndjson", idempotencyKey: "night-of-20-november");
        Assert.Equal((1, 12_000, 0), Figures(await world.CountsAsync(first)));
        Assert.Equal(["true"], again.Headers.GetValues("Idempotency-Replayed"));
        Assert.Equal((1, 12_000, 0), Figures(await world.CountsAsync(again)));
        Assert.Equal((0, 12_001, 0), Figures(await world.CountsAsync(await world.SendAsync(body, "application/x-ndjson"))));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Hostile_names_come_back_as_they_were_written(DatabaseEngine engine)
    {
        await using var world = await ImportWorld.StartAsync(engine);
        var rows = HostileNames.All.Select((name, index) => Rows.Json(new
        {
            printerSerial = ImportWorld.Serial,
            deviceJobId = name + index,
            userName = name,
            jobName = name,
            mediaType = name,
            accountId = name,
            completedAt = $"2026-10-15T12:00:{index:00}Z",
        }));
        Assert.Equal((HostileNames.All.Count, 0, 0), Figures(await world.ImportAsync(Rows.Lines(rows))));

        var csv = "printerSerial,completedAt,deviceJobId,userName,jobName,mediaType,accountId\n" + string.Concat(HostileNames.All.Select((name, index) =>
            $"SN-1,2026-10-15T12:00:{index:00}Z,{Quoted(name + index)},{Quoted(name)},{Quoted(name)},{Quoted(name)},{Quoted(name)}\r\n"));
        Assert.Equal((0, HostileNames.All.Count, 0), Figures(await world.ImportAsync(csv, Csv)));

        var jobs = (await world.JobsAsync()).OrderBy(job => job.Text("completedAt"), StringComparer.Ordinal).ToList();
        Assert.All(new[] { "userName", "jobName", "mediaType", "accountId" }, field => Assert.Equal(HostileNames.All, jobs.Select(job => job.Text(field))));

        // PostgreSQL stores no NUL; half a surrogate pair is no character.
        var odd = await world.ImportAsync(Rows.Lines(["""{ "printerSerial": "SN-1", "deviceJobId": "nul", "jobName": "a\u0000b", "completedAt": "2026-10-15T12:00:00Z" }""", """{ "printerSerial": "SN-1", "jobName": "\ud83d", "completedAt": "2026-10-15T12:00:00Z" }"""]));
        Assert.Equal([(2L, "jobName", "jobName holds half a character.")], odd.Rejected.Select(row => (row.Line, row.Field!, row.Reason)));
        Assert.Equal("a\uFFFDb", (await world.JobsAsync("search=nul")).Single().Text("jobName"));
    }

    private static (long Accepted, long Duplicates, long Rejected) Figures(ImportCounts counts) => (counts.Accepted, counts.Duplicates, counts.RejectedCount);

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static byte[] Pack(string rows)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(rows));
        return packed.ToArray();
    }
}
