using System.Globalization;
using SmartTracker.PrinterReaders.Http;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Protocols.Ledm.Documents;
using SmartTracker.Protocols.Ledm.Http;

namespace SmartTracker.PrinterReaders.Ledm;

/// <summary>Reads archived answers; of each document the last one.</summary>
internal sealed class LedmInterpreter(IReadOnlyList<RawAnswer> answers)
{
    private readonly DeviceDocuments _documents = new(answers);

    public PrinterState State()
    {
        var product = Read(LedmPaths.Product, LedmProduct.Parse);
        var status = Read(LedmPaths.Status, LedmStatus.Parse);
        var consumables = Read(LedmPaths.Consumables, LedmConsumable.Parse);
        var usage = Read(LedmPaths.Usage, LedmUsage.Parse);
        var media = Read(LedmPaths.Media, LedmMedia.Parse);
        var mapping = new LedmConsumables(_documents.Problems);
        var (time, hasOffset) = Time(product?.TimeStamp);
        return new PrinterState
        {
            Identity = LedmIdentity.Of(product),
            Condition = status is null ? PrinterCondition.Unknown : LedmWords.Condition(status),
            RawCondition = status is { Categories.Count: > 0 } ? string.Join(", ", status.Categories.Take(10)) : null,
            DeviceTime = time,
            DeviceTimeHasOffset = hasOffset,
            Alerts = status is null ? [] : LedmWords.Alerts(status),
            Consumables = consumables is null ? [] : mapping.Consumables(consumables),
            Media = media is null ? [] : Media(media),
            Meters = usage is null ? [] : mapping.Meters(usage),
            Problems = _documents.Problems.List,
            Failure = _documents.Failure,
        };
    }

    private T? Read<T>(string path, Func<ReadOnlyMemory<byte>, LedmReading<T>> parse)
        where T : class
    {
        if (_documents.Last(path) is not { } answer)
            return null;
        var reading = parse(answer.Body);
        if (!reading.IsComplete || !answer.IsWhole)
            _documents.NotUnderstood(answer, reading.Defect, isNothing: reading.Value is null);
        return reading.Value;
    }

    private List<ObservedMedia> Media(IReadOnlyList<LedmMedia> told)
    {
        var slots = new HashSet<string>(StringComparer.Ordinal);
        var media = new List<ObservedMedia>();
        foreach (var tray in told)
        {
            var name = tray.InputBin ?? tray.TrayType ?? "input";
            var slot = name;
            for (var number = 2; !slots.Add(slot); number++)
                slot = FormattableString.Invariant($"{name} #{number}");
            var isRoll = tray.TrayType?.Contains("roll", StringComparison.OrdinalIgnoreCase) == true ? true : (bool?)null;
            media.Add(new ObservedMedia
            {
                Slot = slot,
                IsLoaded = tray.TrayState?.ToUpperInvariant() switch { "EMPTY" => false, null => null, _ => tray.MediaType is null ? null : true },
                IsRoll = isRoll,
                MediaName = tray.MediaType,
                Width = Known(tray.Width, slot, "Width"),
                RemainingLength = Known(tray.Length, slot, "Length"),
                RawStatus = tray.TrayState,
            });
        }

        return media;
    }

    private Measure? Known(LedmQuantity? told, string slot, string element)
    {
        var measure = LedmMeasures.Length(told);
        if (measure is null && told is { Value: not null })
            _documents.Problems.Add(slot, element, ObservationProblemCode.UnknownUnit, $"{told.Raw} {told.Unit}".TrimEnd());
        return measure;
    }

    private (DateTimeOffset? Time, bool HasOffset) Time(string? text)
    {
        if (text is null)
            return (null, false);
        var isTime = DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time);
        if (!isTime)
            _documents.Problems.Add(null, "TimeStamp", ObservationProblemCode.Unreadable, text);
        return (isTime ? time.ToUniversalTime() : null, isTime && text.Length > "yyyy-MM-ddTHH:mm:ss".Length);
    }
}
