using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Data;
using SmartTracker.Printers.Domain;
using SmartTracker.Printers.Domain.Checklist;
using SmartTracker.Printers.Registry;
using SmartTracker.Printers.Views.Readiness;

namespace SmartTracker.Printers.Checklists;

/// <summary>Gathers what the readiness pages show.</summary>
public sealed class ReadinessPages(FleetReadiness fleet, ReadinessTexts texts, SiteStore sites, PrinterPages printers, Formats formats, TimeProvider time)
{
    /// <summary>Null where there is no such printer on the network.</summary>
    public async Task<ReadinessPage?> FindAsync(PrinterId id, CancellationToken cancellationToken)
    {
        if (await fleet.JudgeAsync(id, cancellationToken) is not { Printer.IsNetworked: true } judged)
            return null;
        var printer = judged.Printer;
        return new ReadinessPage(
            id, printer.Name, printer.Model, printer.SerialNumber, printer.ParsedAddress.HostAndPort, printer.Protocol,
            printer.LastContactAt is { } at ? formats.DateTime(at) : null, judged.Checklist.Score, Tally(judged.Checklist),
            [.. judged.Checklist.Findings.Select(finding => Line(finding, judged.Facts))], AdministrationPage(printer), await printers.MayEditAsync());
    }

    public async Task<ReadinessReport> ReportAsync(CancellationToken cancellationToken)
    {
        var judged = await fleet.JudgeAsync(cancellationToken);
        var names = await sites.NamesAsync(cancellationToken);
        var checklists = judged.Select(printer => printer.Checklist).ToList();
        return new ReadinessReport(
            time.Now(),
            ReadinessChecklist.ScoreOf(checklists),
            judged.CountBy(printer => printer.Checklist.Verdict).ToDictionary(),
            [
                .. judged.OrderBy(printer => Rank(printer.Checklist.Verdict)).Select(printer => new ReportedPrinter(
                    printer.Printer.Id, printer.Printer.Name, printer.Printer.Model, printer.Printer.SiteId is { } site ? names.GetValueOrDefault(site) : null,
                    ReadinessTexts.Mark(printer.Checklist.Verdict), texts.Word(printer.Checklist.Verdict), printer.Checklist.Score,
                    [.. printer.Checklist.Findings.Select(finding => Line(finding, printer.Facts))])
                { IsNetworked = printer.Printer.IsNetworked }),
            ]);
    }

    private IReadOnlyList<(string Mark, string Text)> Tally(ReadinessChecklist checklist) =>
    [
        .. new[] { ReadinessResult.Passed, ReadinessResult.Advice, ReadinessResult.Failed, ReadinessResult.Open }
            .Where(result => checklist.Count(result) > 0)
            .Select(result => (ReadinessTexts.Mark(result), texts.Tally(result, checklist.Count(result)))),
    ];

    private ReadinessLine Line(Finding finding, ReadinessFacts facts) => new(
        finding.Point, ReadinessTexts.Mark(finding.Result), texts.Title(finding.Point), texts.Word(finding.Result), texts.Sentence(finding),
        [.. texts.Steps(finding, facts.Printer.Model).Select(ReadinessStep.Read)])
    {
        Question = finding.Point switch
        {
            ReadinessPoint.WebProxy => PrinterQuestion.WebProxy,
            // What the jobs themselves prove needs no answer.
            ReadinessPoint.AccountId when finding.Case != FindingCase.AccountAlwaysGiven => PrinterQuestion.AccountId,
            _ => null,
        },
        Answer = finding.Point switch
        {
            ReadinessPoint.WebProxy => facts.Answer(PrinterQuestion.WebProxy),
            ReadinessPoint.AccountId => facts.Answer(PrinterQuestion.AccountId),
            _ => null,
        },
    };

    private static int Rank(ReadinessResult result) => result switch
    {
        ReadinessResult.Failed => 0,
        ReadinessResult.Advice => 1,
        ReadinessResult.Open => 2,
        _ => 3,
    };

    // People open it in their own browser; nothing of ours goes there.
    private static string? AdministrationPage(Printer printer) => printer.Protocol == Printer.PiwsProtocol ? printer.ParsedAddress.Uri.AbsoluteUri : null;
}
