namespace SmartTracker.PrinterSimulator.Generation;

/// <summary>How much of a job came out: whole copies, then the first pages of one more.</summary>
internal sealed record Delivery(int Pages, int Sheets)
{
    public int WholeCopies => Sheets / Pages;

    public int CopiesOf(int page) => WholeCopies + (page < Sheets % Pages ? 1 : 0);
}
