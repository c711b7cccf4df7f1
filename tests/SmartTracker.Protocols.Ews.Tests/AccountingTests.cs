using SmartTracker.Protocols.Ews.Accounting;
using SmartTracker.Protocols.Ews.Tables;

namespace SmartTracker.Protocols.Ews.Tests;

/// <summary>The recorded shapes, in documents of our own.</summary>
public sealed class AccountingTests
{
    public static TheoryData<TableContainer> Exports => [TableContainer.Delimited, TableContainer.Xlsx, TableContainer.Xls, TableContainer.Html];

    [Theory, MemberData(nameof(Exports))]
    public void An_export_is_read_by_its_headings_whatever_it_really_is(TableContainer container)
    {
        var accounting = Make.Parse(container switch
        {
            TableContainer.Xlsx => Make.Xlsx(Make.LatexExport),
            TableContainer.Xls => Make.Xls(Make.LatexExport),
            TableContainer.Html => Make.Bytes(Make.Html([.. Make.LatexExport.Select(line => Make.Row("", line.Split(';')))])),
            _ => Make.Bytes(Make.Lines([.. Make.LatexExport.Select(line => line.Replace("Ansicht \"Süd\".tif", "\"Ansicht \"\"Süd\"\".tif\""))])),
        });
        Assert.Equal((container, "headings", "en", null), (accounting.Container, accounting.Layout, accounting.Language, accounting.Defect));
        Assert.Empty(accounting.Problems);
        Assert.Equal(["banner.pdf", "Ansicht \"Süd\".tif"], accounting.Jobs.Select(job => job.Document));

        var job = accounting.Jobs[0];
        Assert.Equal(("Print", "printed", "Vinyl gloss", "600dpi - 10P"), (job.JobType, job.Status, job.MediaType, job.PrintMode));
        Assert.Equal(new EwsQuantity("6,5451", 6.5451m, "m²"), job.MediaArea);
        Assert.Equal(new EwsQuantity("12,35", 12.35m, "ml"), job.InkUsed);
        Assert.Equal([("C", 7.02m), ("LC", 5.33m)], job.Ink.Select(ink => (ink.Channel, ink.Amount.Value!.Value)));
        Assert.Equal(new DateTime(2026, 7, 10, 15, 5, 2), job.PrintedAt!.Local);
        Assert.Equal(("C", 0.10m), Assert.Single(accounting.Jobs[1].Ink.Select(ink => (ink.Channel, ink.Amount.Value))));
        Assert.Equal(new DateTime(2026, 7, 9, 11, 59, 58), accounting.Jobs[1].PrintedAt!.Local);
    }

    [Fact]
    public void The_page_of_a_PageWide_XL_is_read_by_its_recorded_shape()
    {
        var accounting = Make.Parse(Make.PageWide);
        Assert.Equal(("page of 18 columns", null, null), (accounting.Layout, accounting.Language, accounting.Defect));
        Assert.Empty(accounting.Problems);
        var job = accounting.Jobs[0];
        Assert.Equal(("План_А1.pdf", "отменено пользователем", "Biegler", "Обычная бумага (< 90 г/кв.м)"), (job.Document, job.Status, job.User, job.MediaType));
        Assert.Equal(new EwsQuantity("1,0710 м²", 1.0710m, "m²"), job.MediaArea);
        Assert.Equal(new EwsQuantity("1,2700 м", 1.27m, "m"), job.MediaLength);
        Assert.Equal(new EwsQuantity("1,54 мл.", 1.54m, "ml"), job.InkUsed);
        Assert.Equal(new EwsCount("0", 0), job.Copies);
        Assert.Equal(new DateTime(2024, 7, 18, 16, 8, 11), job.PrintedAt!.Local);
        Assert.Equal(new DateTime(2024, 7, 18, 9, 8, 11), accounting.Jobs[1].PrintedAt!.Local);
    }

    [Fact]
    public void The_page_of_a_Latex_keeps_ink_of_another_maker_unknown()
    {
        var accounting = Make.Parse(Make.LatexPage);
        Assert.Equal(("page of 15 columns", null, 2), (accounting.Layout, accounting.Defect, accounting.Jobs.Count));
        var job = accounting.Jobs[0];
        Assert.Equal(["LM", "M"], job.Ink.Select(ink => ink.Channel));
        Assert.Equal(0.68m, job.Ink[0].Amount.Value);
        Assert.True(job.Ink[1].Amount is { Value: null, IsNotMeasured: true, Raw: "Tinta alterada" });
        // The second row proves that the day stands first.
        Assert.Equal(EwsDateOrder.DayFirst, accounting.DateOrder);
        Assert.Equal(new DateTime(2026, 4, 1, 17, 38, 53), job.PrintedAt!.Local);
        Assert.Empty(accounting.Jobs[1].Ink);
    }

    [Fact]
    public void A_saved_file_without_units_gives_figures_without_units()
    {
        var accounting = Make.Parse(Make.Lines("План.pdf;Печать;HP SmartStream;Укладчик;отпечатано;1;Всего;0;Бумага;1,0710;1,2700;0;;1,54;Biegler;18.07.2024 16:08:11;Линии"));
        Assert.Equal("file of 17 columns", accounting.Layout);
        var job = Assert.Single(accounting.Jobs);
        Assert.Equal(new EwsQuantity("1,0710", 1.0710m, null), job.MediaArea);
        Assert.Contains(accounting.Problems, problem => problem is { Element: "MediaArea", Kind: EwsProblemKind.UnknownUnit });
    }

    [Fact]
    public void Cost_in_the_row_below_is_no_job_of_its_own()
    {
        var accounting = Make.Parse(Make.Xlsx(
            "Cost type;Cost;Document;Status;x;Paper type;Paper used sq. ft;y;z;User;Printing time;Account ID;Print quality",
            ";;poster.pdf;printed;;Bond;12.50;;;lam;05/13/2016 10:11:12 AM;123456-AB;Best",
            "Total;4.20;;;;;;;;;;;",
            ";;plan.pdf;printed;;Bond;3.25;;;lam;05/04/2016 10:12:12 AM;123456-AB;Best"));
        Assert.Equal(["poster.pdf", "plan.pdf"], accounting.Jobs.Select(job => job.Document));
        Assert.Equal(new EwsQuantity("12.50", 12.5m, "ft²"), accounting.Jobs[0].MediaArea);
        // 13 can only be a day, so that 05/04 is the fourth of May.
        Assert.Equal(new DateTime(2016, 5, 4, 10, 12, 12), accounting.Jobs[1].PrintedAt!.Local);
        Assert.Equal("123456-AB", accounting.Jobs[1].Account);
    }

    [Fact]
    public void Names_that_are_withheld_leave_the_jobs()
    {
        var accounting = Make.Parse(Make.Lines("Name;Type;Status;User;Paper area (m²);Time", ";Print;printed;;1.25;2026-10-01 10:00:00", ";Print;printed;;2.50;2026-10-01 10:05:00"));
        Assert.Equal([1.25m, 2.5m], accounting.Jobs.Select(job => job.MediaArea!.Value!.Value));
        Assert.All(accounting.Jobs, job => Assert.True(job is { Document: null, User: null }));
    }

    [Fact]
    public void An_empty_list_is_whole()
    {
        var accounting = Make.Parse(Make.Lines("Document;Job type;Status;Printing time;Substrate usage m²"));
        Assert.True(accounting.IsComplete);
        Assert.Empty(accounting.Jobs);
    }

    [Theory]
    [InlineData(EwsDateOrder.Unknown, null)]
    [InlineData(EwsDateOrder.DayFirst, "2026-07-03")]
    [InlineData(EwsDateOrder.MonthFirst, "2026-03-07")]
    public void A_date_that_nothing_explains_is_not_guessed_but_remembered_from_an_earlier_list(EwsDateOrder known, string? date)
    {
        var accounting = Make.Parse(Make.Lines("Document;Job type;Status;Printing time", "a.pdf;Print;printed;03/07/2026 15:05:02"), known);
        var job = Assert.Single(accounting.Jobs);
        Assert.Equal(date, job.PrintedAt!.Local?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(known == EwsDateOrder.Unknown, accounting.Problems.Any(problem => problem is { Kind: EwsProblemKind.AmbiguousTime, Raw: "03/07/2026 15:05:02" }));
        Assert.Equal("2026-3-7 15:05:02", job.PrintedAt.OrderFree);
    }

    [Fact]
    public void Dates_that_contradict_each_other_keep_what_each_proves()
    {
        var accounting = Make.Parse(Make.Lines("Document;Job type;Status;Printing time", "a;Print;printed;13/07/2026 1:00:00", "b;Print;printed;07/14/2026 1:00:00", "c;Print;printed;01/02/2026 1:00:00"));
        Assert.Equal([new DateTime(2026, 7, 13, 1, 0, 0), new DateTime(2026, 7, 14, 1, 0, 0), null], accounting.Jobs.Select(job => job.PrintedAt!.Local));
    }

    [Theory]
    [InlineData("<html><body><form><input type=password name=p></form></body></html>", EwsDefect.LoginPage)]
    [InlineData("<html><body><form action='/wakeup.htm/config'><input type=submit name=WakeUp></form></body></html>", EwsDefect.WakeUpPage)]
    [InlineData("<html><body><div state=\"sleeping\">Modo de economia</div></body></html>", EwsDefect.WakeUpPage)]
    [InlineData("<html><body><h1>404</h1></body></html>", EwsDefect.NotAccounting)]
    [InlineData("<html><body><table><tr><td>Main</td><td>Setup</td></tr></table></body></html>", EwsDefect.NotAccounting)]
    [InlineData("a;b;c;d;e\r\n1;2;3;4;5\r\n", EwsDefect.NotAccounting)]
    [InlineData("minor|LM cartridge is low on ink|", EwsDefect.NotAccounting)]
    [InlineData("", EwsDefect.NotAccounting)]
    [InlineData("plain words", EwsDefect.NotAccounting)]
    public void Something_else_is_called_what_it_is(string document, EwsDefect defect)
    {
        var accounting = Make.Parse(document);
        Assert.Equal(defect, accounting.Defect);
        Assert.Empty(accounting.Jobs);
    }

    [Fact]
    public void Letters_of_an_unnamed_charset_are_a_guess_and_said_to_be_one()
    {
        var bytes = System.Text.Encoding.Latin1.GetBytes(Make.Lines("Document;Job type;Status;Printing time", "Größe.pdf;Print;printed;2026-10-01 10:00:00"));
        var accounting = Make.Parse(bytes);
        Assert.Equal("Größe.pdf", accounting.Jobs[0].Document);
        Assert.Contains(accounting.Problems, problem => problem.Kind == EwsProblemKind.GuessedCharset);
    }
}
