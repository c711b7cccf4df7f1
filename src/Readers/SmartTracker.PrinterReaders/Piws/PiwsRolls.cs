using SmartTracker.PrinterReaders.State;
using SmartTracker.Protocols.Piws.State;

namespace SmartTracker.PrinterReaders.Piws;

/// <summary>Rolls and trays. The names of media stand in another document, so only their ids are known here.</summary>
internal static class PiwsRolls
{
    public static IReadOnlyList<ObservedMedia> Of(IReadOnlyList<PiwsMediaSource> sources) =>
        [.. Places.Unique(sources, source => source.IdForUI ?? source.Kind, source => source.Drawer).Select(source => Media(source.Place, source.Thing))];

    private static ObservedMedia Media(string place, PiwsMediaSource source)
    {
        var isLoaded = source.MediaTypeId is not null;
        return new ObservedMedia
        {
            Slot = place,
            IsLoaded = isLoaded,
            IsRoll = source.Kind == "Roll",
            MediaId = source.MediaTypeId,
            // Both clients read inches where no unit stands.
            Width = isLoaded ? Units.MediaLength(source.Width) : null,
            RemainingLength = isLoaded ? Units.MediaLength(source.RemainingLength) : null,
        };
    }
}
