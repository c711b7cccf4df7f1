using SmartTracker.PrinterReaders.Http;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Protocols.Piws.Identity;
using SmartTracker.Protocols.Piws.State;

namespace SmartTracker.PrinterReaders.Piws;

/// <summary>Reads archived answers about a printer's state; of each document the last one counts.</summary>
internal sealed class PiwsStateInterpreter(IReadOnlyList<RawAnswer> answers)
{
    private readonly DeviceDocuments _documents = new(answers);

    public PrinterState Interpret()
    {
        var status = Read(PiwsStatePaths.DeviceStatus, PiwsStateParser.DeviceStatus);
        var slots = Read(PiwsStatePaths.InkSystem, PiwsStateParser.InkSystem) ?? [];
        var media = Read(PiwsStatePaths.MediaSystem, PiwsStateParser.MediaSystem) ?? [];
        var heads = Read(PiwsStatePaths.PrintheadsStatus, PiwsStateParser.PrintheadsStatus) ?? [];
        var parts = Read(PiwsStatePaths.PrinterMaintenance, PiwsStateParser.PrinterMaintenance) ?? [];
        var alerts = Read(PiwsStatePaths.ActiveAlerts, PiwsStateParser.ActiveAlerts);
        var clock = Read(PiwsStatePaths.Discovery, PiwsStateParser.Discovery);
        var impressions = Read(PiwsStatePaths.ProductUsage, PiwsStateParser.TotalImpressions);

        var ink = new PiwsInk(slots);
        return new PrinterState
        {
            Identity = _documents.Last("/LFPWebServices/PI/Identification.xml") is { } identity ? PiwsMapping.Identity(PiwsIdentificationParser.Parse(identity.Body)) : null,
            Condition = PiwsConditions.Of(status),
            RawCondition = PiwsConditions.Raw(status),
            DeviceTime = clock?.Date,
            DeviceTimeHasOffset = clock?.HasZone ?? false,
            Alerts = alerts is null ? ink.Alerts : [.. alerts.Select(PiwsConditions.Alert)],
            Consumables = [.. ink.Consumables, .. PiwsParts.Printheads(heads), .. PiwsParts.Maintenance(parts)],
            Media = PiwsRolls.Of(media),
            Meters = [.. PiwsMeters.Impressions(impressions, _documents.Problems), .. ink.Meters],
            Problems = _documents.Problems.List,
            Failure = _documents.Failure,
        };
    }

    private T? Read<T>(string path, Func<ReadOnlyMemory<byte>, PiwsAnswer<T>?> parse)
        where T : class?
    {
        if (_documents.Last(path) is not { } answer)
            return null;
        if (parse(answer.Body) is not { } said)
        {
            _documents.NotUnderstood(answer, detail: null, isNothing: true);
            return null;
        }

        foreach (var problem in said.Problems)
            _documents.Problems.Add(null, problem.Element, PiwsMapping.Code(problem.Kind), problem.Raw);
        return said.Said;
    }
}
