using System.Net;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Completeness;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.Jobs;
using SmartTracker.PrinterReaders.State;
using SmartTracker.TestHost;

namespace SmartTracker.Collection.Tests;

/// <summary>What a counter counted beyond all known jobs: maintenance, borne, disputed or charged.</summary>
public class ResidualTests
{
    private static readonly Reconciliation Counter = new(
        MeterKind.Impressions, Instant.FromUtc(2026, 10, 1, 0, 0), Instant.FromUtc(2026, 10, 31, 0, 0), Counted: 100, Printed: 70, Internal: 10, Silent: 0, NeedsReview: false);

    [Fact]
    public void All_four_terms_add_up_to_what_was_counted_whatever_is_booked() => Gen.Select(Gen.Long[-50, 50], Gen.Enum<ResidualPurpose>()).Array[0, 6].Sample(bookings =>
    {
        var booked = new List<ResidualBooking>();
        foreach (var (amount, purpose) in bookings)
        {
            var booking = new ResidualBooking(MeterKind.Impressions, purpose, amount);
            // A charged one becomes a job, which this counter would know.
            if (purpose != ResidualPurpose.Charged && booking.FaultBeside(Counter.With(booked)) is null)
                booked.Add(booking);
        }

        var counter = Counter.With(booked);
        Assert.Equal(counter.Counted, counter.Printed + counter.Internal + counter.Maintenance + counter.Unknown);
        Assert.Equal(counter.Unknown, counter.Absorbed + counter.Disputed + counter.Open!.Value);
        Assert.InRange(counter.Open.Value, 0, 20);
    });

    [Theory]
    [InlineData(20, ResidualPurpose.Maintenance, null)]
    [InlineData(21, ResidualPurpose.Maintenance, ResidualFault.MoreThanOpen)]
    [InlineData(0, ResidualPurpose.Absorbed, ResidualFault.MoreThanOpen)]
    [InlineData(-1, ResidualPurpose.Disputed, ResidualFault.MoreThanOpen)]
    public void Only_a_part_of_what_is_open_can_be_booked(long amount, ResidualPurpose purpose, ResidualFault? fault) =>
        Assert.Equal(fault, new ResidualBooking(MeterKind.Impressions, purpose, amount).FaultBeside(Counter));

    [Fact]
    public void Where_jobs_say_more_than_the_counter_nothing_can_have_been_maintenance()
    {
        var more = Counter with { Printed = 120 };
        Assert.Equal(ResidualFault.JobsSayMore, new ResidualBooking(MeterKind.Impressions, ResidualPurpose.Maintenance, -5).FaultBeside(more));
        Assert.Null(new ResidualBooking(MeterKind.Impressions, ResidualPurpose.Disputed, -30).FaultBeside(more));
        Assert.Equal(ResidualFault.CounterJumped, new ResidualBooking(MeterKind.Impressions, ResidualPurpose.Absorbed, 5).FaultBeside(Counter with { NeedsReview = true }));
        Assert.Equal(ResidualFault.NothingOpen, new ResidualBooking(MeterKind.Impressions, ResidualPurpose.Absorbed, 5).FaultBeside(Counter with { Printed = 90 }));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_person_books_maintenance_sees_it_in_the_table_and_the_file_and_takes_it_back(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine);
        await world.CollectAsync();
        await world.CollectAsync();
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        // The counter goes on for five, the list says three.
        world.Printer.Remember(3);
        var pattern = world.Printer.Plan.Jobs.Last(job => job is { JobStatus: "Completed", PrintedPages: > 0 });
        for (var i = 0; i < 5; i++)
            world.Printer.Add(pattern with { Uuid = Guid.CreateVersion7(), JobUuid = Guid.CreateVersion7(), CompletedAt = TimeProvider.System.GetUtcNow() });
        await world.CollectAsync();

        var printer = Assert.Single(await world.PrintersAsync());
        var month = await world.Host.InTenantAsync(World.Tenant, services => Task.FromResult(services.GetRequiredService<MonthReconciler>().Running));
        var open = (await CompareAsync()).Open!.Value;
        Assert.True(open > 1);
        using var browser = await world.SignInAsync();
        var (page, address) = ($"admin/collections/completeness/residuals/{printer.Id}?month={PrintJobFilter.Text(month)}", $"admin/collections/completeness/residuals/{printer.Id}");
        using (var refused = await browser.SendFormAsync(page, address, ("counter", "Impressions"), ("amount", "x"), ("reason", "")))
        {
            var text = await refused.Content.ReadAsStringAsync();
            Assert.Contains("Choose what it is.", text, StringComparison.Ordinal);
            Assert.Contains("Write how much of it, as a number.", text, StringComparison.Ordinal);
        }

        using (var booked = await browser.SendFormAsync(page, address, ("counter", "Impressions"), ("amount", "1"), ("purpose", "Maintenance"), ("reason", "Nozzle check")))
            Assert.Equal(HttpStatusCode.Redirect, booked.StatusCode);
        Assert.Equal((1, open - 1), await CompareAsync() is var after ? (after.Maintenance, after.Open!.Value) : default);
        Assert.Contains("Nozzle check", await browser.GetStringAsync(page), StringComparison.Ordinal);
        var csv = (await browser.GetStringAsync($"admin/collections/completeness/export?month={PrintJobFilter.Text(month)}")).Split("\r\n");
        Assert.StartsWith("Printer,Serial number,Month,Counter,Unit", csv[0].TrimStart('\uFEFF'), StringComparison.Ordinal);
        var line = csv.Single(row => row.Contains(",Impressions,", StringComparison.Ordinal)).Split(',');
        Assert.Equal("1", line[10]);
        Assert.Equal(decimal.Parse(line[7], System.Globalization.CultureInfo.InvariantCulture), line[8..12].Sum(part => decimal.Parse(part, System.Globalization.CultureInfo.InvariantCulture)));

        var booking = System.Text.RegularExpressions.Regex.Match(await browser.GetStringAsync(page), "residuals/[0-9a-f-]+/([0-9a-f-]+)/withdraw").Groups[1].Value;
        using (var withdrawn = await browser.SendFormAsync(page, $"{address}/{booking}/withdraw"))
            Assert.Equal(HttpStatusCode.Redirect, withdrawn.StatusCode);
        Assert.Contains("Taken back by admin", await browser.GetStringAsync(page), StringComparison.Ordinal);
        Assert.Equal((0, open), await CompareAsync() is var back ? (back.Maintenance, back.Open!.Value) : default);
        Assert.Empty(await world.VerifyAsync());

        async Task<Reconciliation> CompareAsync() => (await world.Host.InTenantAsync(World.Tenant, services =>
            services.GetRequiredService<MonthReconciler>().CompareAsync(printer.Id, month, CancellationToken.None))).Single(counter => counter.Kind == MeterKind.Impressions);
    }
}
