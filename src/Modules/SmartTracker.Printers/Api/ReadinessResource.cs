using System.ComponentModel;
using System.Text.Json;
using SmartTracker.Abstractions.Api;
using SmartTracker.Printers.Checklists;
using SmartTracker.Printers.Domain.Checklist;

namespace SmartTracker.Printers.Api;

/// <summary>Whether jobs of a printer can be accounted, and what stands in the way.</summary>
[ApiExample("""
    { "state": "ready", "score": 75, "checks": [ { "name": "contact", "result": "passed", "sentence": "It answered." },
      { "name": "password", "result": "advice", "sentence": "No administrator password is stored here." } ] }
    """)]
public sealed record ReadinessResource(
    PrinterCondition State,
    [property: Description("Percent of what could be judged, advice counting half; null where nothing could be.")] int? Score,
    IReadOnlyList<ReadinessCheck> Checks)
{
    internal static ReadinessResource Of(JudgedPrinter judged, ReadinessTexts texts) => new(
        PrinterResource.Condition(judged.Printer), judged.Checklist.Score,
        [.. judged.Checklist.Findings.Select(finding => new ReadinessCheck(Name(finding.Point), Result(finding.Result), texts.Sentence(finding)))]);

    private static string Name(ReadinessPoint point) => JsonNamingPolicy.CamelCase.ConvertName(point.ToString());

    private static ReadinessOutcome Result(ReadinessResult result) => Enum.Parse<ReadinessOutcome>(result.ToString());
}

public sealed record ReadinessCheck(
    [property: Description("contact, identity, password, userNames, certificate, webProxy, firmware, clock, retention, snmp or accountId.")] string Name,
    ReadinessOutcome Result,
    string Sentence);

public enum ReadinessOutcome
{
    Passed,

    /// <summary>It works, but better is possible.</summary>
    Advice,

    /// <summary>Not known yet.</summary>
    Open,
    Failed,
}
