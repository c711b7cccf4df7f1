using SmartTracker.Protocols.Piws.Jobs;

namespace SmartTracker.Protocols.Piws.State;

/// <summary><c>MediaSystem</c>: drawers, each with its rolls and trays.</summary>
internal static class PiwsMediaParts
{
    public static IReadOnlyList<PiwsMediaSource> Sources(PiwsValueReader mediaSystem) =>
        [.. mediaSystem.Below("DrawerCollection").Each("Drawer", OfDrawer).SelectMany(sources => sources)];

    private static IReadOnlyList<PiwsMediaSource> OfDrawer(PiwsValueReader drawer)
    {
        var name = drawer.Text("Id") ?? drawer.Text("Name");
        return drawer.Below("InputDeviceCollection").Each((kind, device) =>
        {
            var loaded = device.Below("LoadedMediaCollection").Below("LoadedMedia");
            return new PiwsMediaSource(name, kind, device.Text("IdForUI"), loaded.Text("MediaTypeID"), loaded.Quantity("Width"), loaded.Quantity("RemainingLength"));
        });
    }
}
