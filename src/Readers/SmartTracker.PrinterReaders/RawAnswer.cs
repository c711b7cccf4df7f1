namespace SmartTracker.PrinterReaders;

/// <summary>One answer as it came off the wire (after decompression), to be archived before anybody interprets it.</summary>
/// <param name="Path">Path and query that were asked, without scheme, host and credentials; where one path serves all, with what was asked as fragment.</param>
/// <param name="Status">HTTP status; 200 for a whole answer of a protocol that has none.</param>
/// <param name="IsWhole">False where the answer broke off; <paramref name="Body"/> then holds what had arrived.</param>
public sealed record RawAnswer(string Path, DateTimeOffset ReceivedAt, int Status, string? ContentType, byte[] Body, bool IsWhole);
