using SmartTracker.PrinterSimulator.Plan;

namespace SmartTracker.TestHost;

/// <summary>What people and programs write into names to make somebody else's page, table or eye do something. All of it is legal XML.</summary>
public static class HostileNames
{
    public static IReadOnlyList<string> All { get; } =
    [
        "<script>alert('job')</script>",
        "\"><img src=x onerror=alert(1)>.pdf",
        "' onmouseover='alert(1)' x='",
        "</title></textarea></td><svg onload=alert(1)>",
        "<!-- ]]> {{7*7}} ${7*7} @(7*7) &lt;b&gt;",
        "=HYPERLINK(\"http://evil.example\",\"Plan\")",
        "+49 40 123-SUM(A1:A9)",
        "-2+3+cmd|' /C calc'!A0",
        "@SUM(1,1)",
        "＝1+1",
        "Rechnung\u202Efdp.exe",
        "\u2066links\u2069 \u200Frechts\u200E \u061C",
        "unsicht\u200Bbar\u00AD und \uFEFFBOM",
        "Tu\u0308r Z\u0335\u0336\u0337a\u0338lgo 👩‍👩‍👧 𝒳",
        "../../etc/passwd",
        "..\\..\\windows\\win.ini:stream",
        "a;b,\"c\" 'd'",
        "%0d%0aSet-Cookie:%20x=1",
        "Line\u2028separator\u2029 \u0085next",
    ];

    /// <summary>Every job of the customer bears such a name, comes from such a user and is printed on such a media; its printers hold such ink.</summary>
    public static FleetPlan In(FleetPlan plan, string customer)
    {
        ArgumentNullException.ThrowIfNull(plan);
        // From the first printed on, so that the billed month has them all.
        var places = plan.Printers.Where(printer => printer.Group == customer).SelectMany(printer => printer.Jobs)
            .OrderBy(job => job.CompletedAt).Select((job, index) => (job.Uuid, index)).ToDictionary();
        return new FleetPlan
        {
            Printers = [.. plan.Printers.Select(printer => printer.Group != customer
                ? printer
                : printer with { Jobs = [.. printer.Jobs.Select(job => Renamed(job, places[job.Uuid]))], State = printer.State is { } state ? Renamed(state) : null })],
        };
    }

    /// <summary>Every ink that such a printer says it holds.</summary>
    private static StatePlan Renamed(StatePlan state) => state with
    {
        Inks = [.. state.Inks.Select((ink, index) => ink with { PartNumber = ink.PartNumber + " " + All[index % All.Count] })],
    };

    private static JobPlan Renamed(JobPlan job, int index)
    {
        var media = All[(index + 2) % All.Count];
        return job with
        {
            JobName = All[index % All.Count],
            UserName = All[(index + 1) % All.Count],
            Media = job.Media is { } whole ? whole with { PaperId = media } : null,
            Pages = [.. job.Pages.Select(page => page with { Media = page.Media is { } part ? part with { PaperId = media } : null })],
        };
    }
}
