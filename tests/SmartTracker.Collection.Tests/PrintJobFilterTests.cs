using System.Globalization;
using NodaTime;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Jobs;

namespace SmartTracker.Collection.Tests;

public class PrintJobFilterTests
{
    private static readonly Tenant Berlin = new(
        "nord", "Nord", "nord", CultureInfo.GetCultureInfo("de"), DateTimeZoneProviders.Tzdb["Europe/Berlin"], Currency.Euro);

    [Fact]
    public void The_address_holds_what_is_set_and_nothing_else()
    {
        Assert.Equal("", new PrintJobFilter().Query);
        Assert.Equal(
            "month=all&user=a%26b%3D1&status=Failed&q=%C3%BC%20x&sort=-ink",
            new PrintJobFilter { Month = "all", User = "a&b=1", Status = PrintJobStatus.Failed, Q = "ü x", Sort = "-ink", Media = "" }.Query);
    }

    [Theory]
    [InlineData(null, null, null, "2026-10-31T23:00:00Z", "2026-11-30T23:00:00Z")]
    [InlineData("2026-10", null, null, "2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z")]
    [InlineData("October", null, null, "2026-10-31T23:00:00Z", "2026-11-30T23:00:00Z")]
    [InlineData("2026-10", "2026-10-25", "2026-10-25", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z")]
    [InlineData(null, "2026-10-26", "2026-10-25", "2026-10-24T22:00:00Z", "2026-10-26T23:00:00Z")]
    [InlineData(null, "2026-10-25", null, "2026-10-24T22:00:00Z", null)]
    [InlineData(null, null, "2026-10-25", null, "2026-10-25T23:00:00Z")]
    [InlineData("all", "31.12.2026", "", null, null)]
    public void Days_are_the_tenants_own_win_over_the_month_and_the_last_is_included(string? month, string? from, string? to, string? start, string? end)
    {
        var period = PrintJobPeriod.Of(new PrintJobFilter { Month = month, From = from, To = to }, new YearMonth(2026, 11), Berlin);
        Assert.Equal((start, end), (Text(period.Interval.HasStart ? period.Interval.Start : null), Text(period.Interval.HasEnd ? period.Interval.End : null)));
    }

    [Theory]
    [InlineData(null, "document")]
    [InlineData("ink,document,price", "document,ink,price")]
    [InlineData("INK, Waste,7,rm -rf,ink", "document,ink,waste")]
    public void Chosen_columns_begin_with_the_document_and_hold_no_stranger(string? text, string columns) =>
        Assert.Equal(columns, JobColumns.Text(JobColumns.ParseList(text)));

    [Theory]
    [InlineData(null, JobColumn.Printed, true)]
    [InlineData("ink", JobColumn.Ink, false)]
    [InlineData("-ink", JobColumn.Ink, true)]
    [InlineData("waste", JobColumn.Printed, true)]
    [InlineData("12", JobColumn.Printed, true)]
    public void What_cannot_be_ordered_by_is_ordered_by_time(string? text, JobColumn column, bool descending) =>
        Assert.Equal(new JobSort(column, descending), JobSort.Parse(text));

    [Fact]
    public void A_heading_orders_figures_from_the_largest_and_turns_round_the_second_time()
    {
        Assert.Equal("-ink", JobSort.NewestFirst.NextFor(JobColumn.Ink));
        Assert.Equal("ink", new JobSort(JobColumn.Ink, true).NextFor(JobColumn.Ink));
        Assert.Equal("document", JobSort.NewestFirst.NextFor(JobColumn.Document));
        Assert.Equal("printed", JobSort.NewestFirst.NextFor(JobColumn.Printed));
    }

    private static string? Text(Instant? instant) => instant is { } known ? NodaTime.Text.InstantPattern.General.Format(known) : null;
}
