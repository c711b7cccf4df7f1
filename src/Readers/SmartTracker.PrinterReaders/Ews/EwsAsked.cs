namespace SmartTracker.PrinterReaders.Ews;

/// <summary>What was known when a list was asked for, as fragment of its path: so that it can be read again the same way. Written as <c>zone;cursor</c>.</summary>
internal sealed record EwsAsked(string? Zone, EwsCursor? Cursor)
{
    public static EwsAsked OfPath(string path)
    {
        var fragment = path.IndexOf('#', StringComparison.Ordinal);
        return fragment >= 0 && path[(fragment + 1)..].Split(';') is [var zone, var cursor] ? new EwsAsked(zone.Length > 0 ? zone : null, EwsCursor.Parse(cursor)) : new EwsAsked(null, null);
    }

    public override string ToString() => $"{Zone};{Cursor}";
}
