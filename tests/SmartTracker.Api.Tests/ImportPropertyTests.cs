using System.Globalization;
using System.Text;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Verification;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.Import;
using SmartTracker.Printers.Abstractions;
using SmartTracker.TestHost;

namespace SmartTracker.Api.Tests;

/// <summary>What is stored depends on what was said, not on how it arrived.</summary>
public sealed class ImportPropertyTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 10, 15, 12, 0);

    /// <summary>Few ids and few moments, so that rows meet.</summary>
    private static readonly Gen<Said> SomeRow =
        from id in Gen.OneOf("1", "2", "3", "9", "A", "")
        from minute in Gen.Int[0, 4]
        from status in Gen.Enum<PrintJobStatus>()
        from pages in Gen.Int[1, 2].Nullable()
        from copies in Gen.Int[1, 2].Nullable()
        from area in Gen.Long[0, 2].Nullable()
        from ink in Gen.Long[0, 1].Nullable()
        from user in Gen.OneOf<string?>(null, "brandt", "=1+1")
        select new Said(id, minute, status, pages, copies, area, ink, user);

    /// <summary>Rows; the same with repetitions in another order; where that is cut into files; which of these are CSV.</summary>
    private static readonly Gen<(Said[] Rows, Said[] Mixed, int[] Cuts, bool[] AsCsv)> Somehow =
        from rows in SomeRow.Array[1, 14]
        from repeated in Gen.OneOf(rows).Array[0, 6]
        from mixed in Gen.Shuffle(rows.Concat(repeated).ToArray())
        from cuts in Gen.Int[0, mixed.Length].Array[0, 4]
        from asCsv in Gen.Bool.Array[cuts.Length + 1]
        select (rows, mixed, cuts, asCsv);

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Order_repetition_batches_and_format_do_not_change_what_is_stored_nor_does_it_matter_whether_it_was_collected(DatabaseEngine engine)
    {
        await using var world = await ImportWorld.StartAsync(engine);
        var sample = 0;
        await Somehow.SampleAsync(async how =>
        {
            var (one, other, collected) = ($"ONE-{sample}", $"OTHER-{sample}", $"COLLECTED-{sample++}");
            foreach (var serial in new[] { one, other, collected })
                await world.RegisterAsync(serial);

            await ImportAsync(world, one, how.Rows, asCsv: false);
            var ends = how.Cuts.Append(how.Mixed.Length).Order().ToArray();
            for (var file = 0; file < ends.Length; file++)
                await ImportAsync(world, other, how.Mixed[(file == 0 ? 0 : ends[file - 1])..ends[file]], how.AsCsv[file]);
            await CollectAsync(world, collected, how.Mixed);

            var stored = await JobsAsync(world, one);
            Assert.Equal(stored, await JobsAsync(world, other));
            Assert.Equal(await SightingsAsync(world, one), await SightingsAsync(world, other));
            Assert.Equal(stored.Where(job => job.Id != "#"), await JobsAsync(world, collected));

            Assert.Equal(0, (await ImportAsync(world, other, how.Rows, asCsv: true)).Record.Accepted);
            Assert.Equal(stored, await JobsAsync(world, other));
        }, iter: 25, threads: 1);

        Assert.Empty(await world.Host.Running.InTenantAsync(ApiHost.Nord, async services =>
        {
            var findings = new List<Finding>();
            foreach (var verification in services.GetServices<IVerification>())
                findings.AddRange(await verification.RunAsync(CancellationToken.None));
            return findings;
        }));
    }

    private static Task<ImportResult> ImportAsync(ImportWorld world, string serial, Said[] rows, bool asCsv)
    {
        var text = asCsv ? Said.Header + string.Concat(rows.Select(row => row.Csv(serial))) : string.Concat(rows.Select(row => row.Ndjson(serial)));
        return world.Host.Running.InTenantAsync(ApiHost.Nord, async services =>
        {
            var result = await services.GetRequiredService<PrintJobImporter>().ImportAsync(
                new MemoryStream(Encoding.UTF8.GetBytes(text)), asCsv ? ImportFormat.Csv : ImportFormat.Ndjson, "test", CancellationToken.None);
            Assert.Empty(result.Rejected);
            return result;
        });
    }

    /// <summary>As if a device had said each of these at its moment.</summary>
    private static Task CollectAsync(ImportWorld world, string serial, Said[] rows) => world.Host.Running.InTenantAsync(ApiHost.Nord, async services =>
    {
        var printer = (await services.GetRequiredService<IPrinterDirectory>().ListAsync(CancellationToken.None)).Single(printer => printer.SerialNumber == serial);
        await using var transaction = await services.GetRequiredService<ITenantDatabase>().BeginAsync(CancellationToken.None);
        var context = services.GetRequiredService<CollectionDbContext>();
        var collection = new CollectionRow { Id = CollectionId.New(), PrinterId = printer.Id, StartedAt = Start, EndedAt = Start, Result = CollectionResult.Partial };
        context.Collections.Add(collection);
        await context.SaveChangesAsync();
        var origin = new JobOrigin(printer.Id, serial, printer.DeviceEpoch, collection.Id);
        foreach (var row in rows.Where(row => row.Id.Length > 0))
        {
            var seen = new SeenJob(origin, row.Id, new JobSighting("jobs", 0, row.At, row.Figures));
            var told = (await services.GetRequiredService<PrintJobStore>().StoreAsync([seen], CancellationToken.None)).ToTell();
            foreach (var participant in services.GetServices<IPrintJobsStored>())
                await participant.StoredAsync(told, CancellationToken.None);
        }

        await transaction.CommitAsync(CancellationToken.None);
    });

    private static Task<List<Stored>> JobsAsync(ImportWorld world, string serial) => world.Host.Running.InTenantAsync(ApiHost.Nord, async services =>
    {
        var rows = await services.GetRequiredService<CollectionDbContext>().PrintJobs.AsNoTracking().Where(job => job.PrinterSerial == serial).ToListAsync();
        return rows.Select(row => new Stored(
                row.DeviceJobId[0] == '#' ? "#" : row.DeviceJobId, row.Revision, row.Status, row.AccountedAt, row.Impressions, row.MediaAreaMm2, row.InkNl, row.Figures, row.FirstSeenAt, row.LastChangedAt))
            .OrderBy(job => job.Id, StringComparer.Ordinal).ThenBy(job => job.Figures, StringComparer.Ordinal).ToList();
    });

    private static Task<List<string>> SightingsAsync(ImportWorld world, string serial) => world.Host.Running.InTenantAsync(ApiHost.Nord, async services =>
    {
        var context = services.GetRequiredService<CollectionDbContext>();
        var own = await context.PrintJobs.Where(job => job.PrinterSerial == serial && job.ImportId != null).Select(job => new { job.FirstSeenAt, job.Figures }).ToListAsync();
        var apart = await context.PrintJobs.Where(job => job.PrinterSerial == serial)
            .Join(context.Sightings, job => job.Id, sighting => sighting.PrintJobId, (_, sighting) => new { sighting.ObservedAt, sighting.Figures }).ToListAsync();
        return own.Select(sighting => $"{sighting.FirstSeenAt} {sighting.Figures}").Concat(apart.Select(sighting => $"{sighting.ObservedAt} {sighting.Figures}")).Order(StringComparer.Ordinal).ToList();
    });

    /// <summary>What a row says of a job, in every form that it can be said in.</summary>
    /// <param name="Id">Empty where the device gives none.</param>
    private sealed record Said(string Id, int Minute, PrintJobStatus Status, int? Pages, int? Copies, long? Area, long? Ink, string? User)
    {
        public const string Header = "mediaAreaMm2,printerSerial,deviceJobId,status,userName,completedAt,pages,copies,ink_c_nl\n";

        public Instant At => Start + Duration.FromMinutes(Minute);

        public JobFigures Figures => new()
        {
            Kind = JobKind.Print,
            Status = Status,
            UserName = User,
            CompletedAt = At.ToDateTimeOffset(),
            PagesPerCopy = Pages,
            CopiesPrinted = Copies,
            Impressions = Pages * Copies,
            MediaAreaMm2 = Area,
            InkNl = Ink is { } ink ? new(StringComparer.Ordinal) { ["C"] = ink } : null,
        };

        public string Ndjson(string serial) => Rows.Json(new
        {
            printerSerial = serial,
            deviceJobId = Id,
            status = Status.ToString().ToLowerInvariant(),
            completedAt = At.ToString(),
            pages = Pages,
            copies = Copies,
            mediaAreaMm2 = Area,
            userName = User,
            inkNl = Ink is { } ink ? new { c = ink } : null,
        }) + "\n";

        public string Csv(string serial) => string.Create(CultureInfo.InvariantCulture, $"{Area},{serial},{Id},{Status.ToString().ToLowerInvariant()},{User},{At},{Pages},{Copies},{Ink}\n");
    }

    private sealed record Stored(
        string Id, int Revision, PrintJobStatus Status, Instant AccountedAt, int? Impressions, long? Area, long? Ink, string Figures, Instant FirstSeenAt, Instant LastChangedAt);
}
