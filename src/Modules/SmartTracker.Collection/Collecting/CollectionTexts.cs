using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Collection.Domain;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Collecting;

/// <summary>A collection in words: what happened and what to do.</summary>
public sealed class CollectionTexts(IPrinterProblemTexts printers, Formats formats, IStringLocalizer<Texts> t)
{
    public string Describe(CollectionResult result, int newJobs, int changedJobs, int unchangedJobs, PrinterProblem? problem) => result switch
    {
        CollectionResult.Running => t["Is running."],
        CollectionResult.Interrupted => t["The program ended while this collection ran. What was stored stays; the next collection asks for the rest."],
        CollectionResult.AlreadyRunning => t["Another collection from this printer is running; this one was not begun."],
        CollectionResult.Paused when problem is not null => t["Not begun. {0}", Describe(problem)],
        CollectionResult.Failed when problem is not null => Describe(problem),
        CollectionResult.Partial when problem is not null => t["{0} {1}", Describe(problem), Counts(newJobs, changedJobs, unchangedJobs)],
        _ => Counts(newJobs, changedJobs, unchangedJobs),
    };

    public string Describe(PrinterProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.Code switch
        {
            CollectionProblems.NoSerialNumberCode =>
                t["The printer did not say its serial number, so its jobs could not be told from another printer’s and were not stored. Check its firmware; the answer is archived."],
            CollectionProblems.NoJobListCode =>
                t["The printer answered, but sent no job list. Check that job accounting is switched on and that the firmware is current."],
            CollectionProblems.NotStoredCode =>
                t["The jobs arrived but could not be stored; the answers are archived and the next collection tries again. The log says why."],
            CollectionProblems.NoReaderCode =>
                t["No reader for the protocol {0} is installed. Switch on the module that brings it.", problem.Arguments.FirstOrDefault() ?? "?"],
            CollectionProblems.SetAsideCode =>
                t["The printer’s answer could not be read again and again. It is set aside in the archive and not tried while it stays the same; another answer is read as usual. “Try again” on the printer’s page reads it once more, for instance after an update of this program."],
            _ => printers.Describe(problem),
        };
    }

    public string Word(CollectionResult result) => result switch
    {
        CollectionResult.Running => t["Running"],
        CollectionResult.Complete => t["Complete"],
        CollectionResult.Partial => t["Partly read"],
        CollectionResult.Failed => t["Failed"],
        CollectionResult.Interrupted => t["Interrupted"],
        CollectionResult.Paused => t["Paused"],
        _ => t["Already running"],
    };

    public static string Mark(CollectionResult result) => result switch
    {
        CollectionResult.Complete => "ok",
        CollectionResult.Partial or CollectionResult.Interrupted => "warn",
        CollectionResult.Failed => "bad",
        _ => "off",
    };

    private string Counts(int newJobs, int changedJobs, int unchangedJobs) => newJobs + changedJobs + unchangedJobs == 0
        ? t["Nothing new."]
        : t["{0} new, {1} changed, {2} unchanged.", formats.Count(newJobs), formats.Count(changedJobs), formats.Count(unchangedJobs)];
}
