using SmartTracker.PrinterSimulator.Plan;
using SmartTracker.PrinterSimulator.Serving.State;

namespace SmartTracker.PrinterSimulator.Serving.Ipp;

/// <summary>State, supplies, rolls and counters in the attributes of CUPS and PWG 5100.13. Ink is told in percent, as IPP knows it.</summary>
internal static class IppStateAttributes
{
    private const int Idle = 3;
    private const int HundredthsPerInch = 2540;

    public static void Write(IppDocument answer, SimulatedPrinter printer)
    {
        answer.Enum("printer-state", Idle);
        if (printer.Plan.State is not { } state)
        {
            answer.Keyword("printer-state-reasons", "none");
            return;
        }

        var holdings = printer.Holdings;
        answer.Keyword("printer-state-reasons", printer.Fault is SimulatorFault.Asleep ? "standby-report"
            : state.Inks.Any(ink => StateDocuments.IsLow(ink, holdings)) ? "marker-supply-low-warning" : "none");
        Each(state.Inks, "marker-names", (name, ink) => answer.Name(name, $"{ink.Color} {ink.OrderNumber}"));
        Each(state.Inks, "marker-types", (name, _) => answer.Keyword(name, "ink-cartridge"));
        Each(state.Inks, "marker-colors", (name, ink) => answer.Name(name, Rgb(ink)));
        Each(state.Inks, "marker-low-levels", (name, _) => answer.Integer(name, 20));
        Each(state.Inks, "marker-high-levels", (name, _) => answer.Integer(name, 100));
        Each(state.Inks, "marker-levels", (name, ink) => answer.Integer(name, StateDocuments.Percent(ink, holdings)));
        Each(state.Inks, "printer-supply", (name, ink) => answer.Octets(
            name, $"type=inkCartridge;maxcapacity=100;level={StateDocuments.Percent(ink, holdings)};class=supplyThatIsConsumed;unit=percent;colorantname={ink.Color};"));
        Each(state.Inks, "printer-supply-description", (name, ink) => answer.Text(name, $"{ink.Color} {ink.OrderNumber}"));
        Each(state.Rolls, "media-col-ready", (name, roll) => answer.Collection(name, () => Roll(answer, roll)));
        answer.Integer("printer-impressions-completed", (int)holdings.Impressions);
    }

    private static void Roll(IppDocument answer, RollPlan roll)
    {
        answer.Member("media-size", size => answer.Collection(size, () =>
            answer.Member("x-dimension", x => answer.Integer(x, (int)Math.Round(roll.WidthInches * HundredthsPerInch, 0, MidpointRounding.AwayFromZero)))));
        answer.Member("media-source", source => answer.Keyword(source, roll.Source.Replace("Roll", "roll-", StringComparison.Ordinal)));
        answer.Member("media-type", type => answer.Keyword(type, roll.MediaName));
    }

    /// <summary>Only the first of several values has a name.</summary>
    private static void Each<T>(IEnumerable<T> things, string name, Action<string, T> write)
    {
        foreach (var thing in things)
        {
            write(name, thing);
            name = "";
        }
    }

    private static string Rgb(InkPlan ink) => ink.Channel switch { "C" => "#00FFFF", "M" => "#FF00FF", "Y" => "#FFFF00", _ => "#000000" };
}
