namespace SmartTracker.Collection.Import;

/// <summary>A line of an import as read: a row, or what is wrong with it.</summary>
/// <param name="Number">From 1, the header of a CSV included.</param>
public readonly record struct ImportLine(long Number, string? Field, string? Reason)
{
    internal ImportRow? Row { get; private init; }

    internal static ImportLine Good(long number, ImportRow row) => new(number, null, null) { Row = row };

    internal static ImportLine Bad(long number, string? field, string reason) => new(number, field, reason);
}

public enum ImportFormat
{
    /// <summary>A JSON object in each line.</summary>
    Ndjson,

    /// <summary>RFC 4180 with a header.</summary>
    Csv,
}

/// <summary>The document as a whole cannot be read, such as a CSV with an unknown column. Nothing of it was stored.</summary>
public sealed class ImportRefusedException(string field, string message) : Exception(message)
{
    public string Field { get; } = field;
}
