namespace SmartTracker.Protocols.Ews.Words;

/// <summary>What a column of an accounting table holds.</summary>
public enum EwsColumn
{
    Document,
    /// <summary>The manuals' <c>Number</c>; whether it stays the same in the next list is not known.</summary>
    Number,
    JobType,
    Source,
    Output,
    Status,
    Copies,
    Pages,
    CostType,
    Cost,
    MediaType,
    MediaArea,
    MediaLength,
    ScanLength,
    Category,
    InkUsed,
    User,
    Account,
    PrintedAt,
    PrintMode,
}

/// <summary>Where a word comes from.</summary>
public enum EwsEvidence
{
    /// <summary>A translation of ours: what a printer in this language really writes has not been seen.</summary>
    Translated,
    /// <summary>A manual of HP says so.</summary>
    Manual,
    /// <summary>On a real device, through code that reads it.</summary>
    Seen,
}
