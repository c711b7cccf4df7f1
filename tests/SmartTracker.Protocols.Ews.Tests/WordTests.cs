using SmartTracker.Protocols.Ews.Accounting;
using SmartTracker.Protocols.Ews.Words;

namespace SmartTracker.Protocols.Ews.Tests;

public sealed class WordTests
{
    [Fact]
    public void In_one_language_a_heading_means_one_column() =>
        Assert.All(EwsHeadings.All.GroupBy(heading => (heading.Language, heading.Text)), same => Assert.Single(same.Select(heading => heading.Column).Distinct()));

    [Fact]
    public void Every_language_has_what_a_list_needs()
    {
        EwsColumn[] needed = [EwsColumn.Document, EwsColumn.JobType, EwsColumn.Status, EwsColumn.Copies, EwsColumn.MediaType, EwsColumn.MediaArea, EwsColumn.InkUsed, EwsColumn.User, EwsColumn.PrintedAt];
        string[] languages = ["en", "de", "fr", "es", "it", "pt", "nl", "ru"];
        Assert.Equal(languages.Order(), EwsHeadings.All.Select(heading => heading.Language).Distinct().Order());
        Assert.All(languages, language => Assert.Empty(needed.Except(EwsHeadings.All.Where(heading => heading.Language == language).Select(heading => heading.Column))));
    }

    [Fact]
    public void Every_heading_is_found_also_with_a_unit_behind_it()
    {
        foreach (var heading in EwsHeadings.All)
        {
            foreach (var (written, unit) in new[] { (heading.Text, (string?)null), (heading.Text.ToUpperInvariant() + ":", null), (heading.Text + " (m²)", "m²"), (heading.Text + " sq. ft", "ft²"), (heading.Text + " [мл.]", "ml") })
            {
                var (meanings, found) = EwsHeadings.Find(written);
                Assert.Contains(heading, meanings);
                Assert.Equal(unit, found);
            }
        }
    }

    [Fact]
    public void Headings_are_honest_about_where_they_come_from()
    {
        Assert.Equal(["cost type", "document", "ink used", "job type", "print mode", "printing time", "status", "substrate type", "substrate usage"],
            EwsHeadings.All.Where(heading => heading.Evidence == EwsEvidence.Seen).Select(heading => heading.Text).Order());
        Assert.All(EwsHeadings.All.Where(heading => heading.Language != "en"), heading => Assert.Equal(EwsEvidence.Translated, heading.Evidence));
    }

    [Theory]
    [InlineData("6,5451 m²", "6.5451", "m²")]
    [InlineData("6.5451 m²", "6.5451", "m²")]
    [InlineData("1.234,56 ft²", "1234.56", "ft²")]
    [InlineData("1,234.56 sq. ft", "1234.56", "ft²")]
    [InlineData("1 234,5 мл.", "1234.5", "ml")]
    [InlineData("1'234.5 ml", "1234.5", "ml")]
    [InlineData("1.234.567 ml", "1234567", "ml")]
    [InlineData("0,500 l", "0.5", "l")]
    [InlineData("12", "12", null)]
    [InlineData("12 parsec", "12", "?")]
    [InlineData("1,071 m²", null, "m²")]
    [InlineData("1.071 m²", null, "m²")]
    [InlineData("1,23,4", null, null)]
    public void An_amount_alone_is_read_where_it_leaves_no_doubt(string text, string? value, string? unit)
    {
        Assert.True(new EwsNumbers([], null).TryRead(text, out var read, out var found));
        Assert.Equal((value is null ? null : decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), unit), (read, found));
    }

    [Theory]
    [InlineData("1,071", "2,5", null, "1.071")]
    [InlineData("1,071", "2.5", null, "1071")]
    [InlineData("1,071", "", "de", "1.071")]
    [InlineData("1.071", "", "en", "1.071")]
    // Figures with a comma under English headings were seen, so that the language alone does not make it a mark of thousands.
    [InlineData("1,071", "", "en", null)]
    [InlineData("1.071", "", "de", null)]
    [InlineData("1,071", "2,5 and 2.5", null, null)]
    public void A_doubtful_amount_is_read_by_what_the_others_prove_then_by_the_language(string text, string other, string? language, string? value)
    {
        new EwsNumbers([text, .. other.Split(" and ")], language).TryRead(text, out var read, out _);
        Assert.Equal(value is null ? null : decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), read);
    }

    [Theory]
    [InlineData("18.07.2024 16:08:11", "2024-07-18T16:08:11")]
    [InlineData("18.07.24 9:08", "2024-07-18T09:08:00")]
    [InlineData("Jul 10, 2026 3:05:02 PM", "2026-07-10T15:05:02")]
    [InlineData("Jul 10, 2026 12:05:02 AM", "2026-07-10T00:05:02")]
    [InlineData("2026-07-10 15:05:02", "2026-07-10T15:05:02")]
    [InlineData("2026/07/10 15:05", "2026-07-10T15:05:00")]
    [InlineData("10 juil. 2026 à 15:05:02", "2026-07-10T15:05:02")]
    [InlineData("10. Oktober 2026 15:05", "2026-10-10T15:05:00")]
    [InlineData("10 de out de 2026 15:05:02", "2026-10-10T15:05:02")]
    [InlineData("10 мая 2026 г., 15:05:02", "2026-05-10T15:05:02")]
    [InlineData("05/05/2026 15:05:02", "2026-05-05T15:05:02")]
    [InlineData("31/12/2026 15:05:02", null)]
    [InlineData("03/07/2026 15:05:02", null)]
    public void A_date_alone_is_read_where_it_leaves_no_doubt(string text, string? moment)
    {
        var parts = EwsDates.Parse(text);
        Assert.NotNull(parts);
        Assert.Equal(moment, parts.Value.Read(EwsDateOrder.Unknown)?.ToString("s", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("printed")]
    [InlineData("18.07.2024")]
    [InlineData("32.07.2024 16:08:11")]
    [InlineData("18.13.2024 16:08:11")]
    [InlineData("18.07.2024 24:08:11")]
    [InlineData("13/13/2026 10:00:00")]
    [InlineData("Jul 10, 2026 13:05:02 PM")]
    [InlineData("29.02.2026 10:00:00")]
    [InlineData("Foo 10, 2026 3:05:02 PM")]
    public void What_is_no_date_is_none(string text) => Assert.Null(EwsDates.Parse(text));
}
