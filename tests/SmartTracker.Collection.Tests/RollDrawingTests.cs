using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Domain;

namespace SmartTracker.Collection.Tests;

public class RollDrawingTests
{
    [Fact]
    public void A_page_that_fits_lies_with_its_long_edge_across_where_the_advance_says_so()
    {
        var drawing = RollDrawing.TryCreate(Job(914, 594, Page(594, 841)))!;
        var sheet = Assert.Single(drawing.Sheets);
        Assert.Equal((841m, 594m, true), (sheet.Across, sheet.Along, sheet.IsTurned));
        Assert.Equal(499_554m, drawing.SheetArea);
    }

    [Fact]
    public void Copies_lie_one_after_the_other()
    {
        var drawing = RollDrawing.TryCreate(Job(610, 2 * 594, Page(420, 594, copies: 2)))!;
        Assert.Equal([0m, 594m], drawing.Sheets.Select(sheet => sheet.At));
    }

    [Fact]
    public void Nothing_is_drawn_that_the_device_did_not_say()
    {
        Assert.Null(RollDrawing.TryCreate(Job(914, 594) with { Pages = [] }));
        Assert.Null(RollDrawing.TryCreate(Job(914, 594, Page(594, 841)) with { MediaWidthUm = null }));
        Assert.Null(RollDrawing.TryCreate(Job(914, 594, Page(594, 841)) with { MediaLengthUm = null }));
        Assert.Null(RollDrawing.TryCreate(Job(914, 594, Page(594, 841) with { HeightUm = null })));
    }

    [Fact]
    public void Sheets_that_do_not_fit_on_the_reported_advance_are_not_drawn() =>
        Assert.Null(RollDrawing.TryCreate(Job(610, 594, Page(594, 841), Page(594, 841))));

    [Fact]
    public void Too_many_sheets_are_not_drawn() =>
        Assert.Null(RollDrawing.TryCreate(Job(610, 25 * 297, Page(210, 297, copies: 25))));

    [Fact]
    public void Every_reason_against_a_drawing_is_told()
    {
        Assert.Empty(RollDrawing.Gaps(Job(914, 594, Page(594, 841))));
        Assert.Equal([RollGap.Width, RollGap.Advance], RollDrawing.Gaps(Job(914, 594, Page(594, 841)) with { MediaWidthUm = null, MediaLengthUm = 0 }));
        Assert.Equal([RollGap.PageSizes], RollDrawing.Gaps(Job(914, 594)));
        Assert.Equal([RollGap.Copies], RollDrawing.Gaps(Job(914, 594, Page(594, 841) with { CopiesPrinted = null })));
        Assert.Equal([RollGap.NothingPrinted], RollDrawing.Gaps(Job(914, 594, Page(594, 841, copies: 0))));
        Assert.Equal([RollGap.TooManySheets], RollDrawing.Gaps(Job(610, 1000 * 297, Page(210, 297, copies: int.MaxValue))));
        Assert.Equal([RollGap.Contradiction], RollDrawing.Gaps(Job(610, 594, Page(594, 841), Page(594, 841))));
    }

    private static JobFigures Job(long width, long advance, params JobPage[] pages) => new()
    {
        Kind = JobKind.Print,
        Status = PrintJobStatus.Completed,
        MediaWidthUm = width * 1000,
        MediaLengthUm = advance * 1000,
        Pages = pages,
    };

    private static JobPage Page(long width, long height, int copies = 1) =>
        new() { Number = 1, WidthUm = width * 1000, HeightUm = height * 1000, CopiesPrinted = copies };
}
