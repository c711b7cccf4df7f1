namespace SmartTracker.Protocols.Ews.Accounting;

/// <summary>A finished job as a row of the accounting table says it, with the rows below that belong to it. Null is "empty or no such column".</summary>
public sealed record EwsJob
{
    /// <summary>Of the row in its table.</summary>
    public required int Row { get; init; }

    public string? Document { get; init; }
    public string? Number { get; init; }
    public string? JobType { get; init; }
    public string? Source { get; init; }
    public string? Output { get; init; }
    public string? Status { get; init; }

    /// <summary>Cumulative after reprints, says the manual.</summary>
    public EwsCount? Copies { get; init; }
    public EwsCount? Pages { get; init; }
    public string? MediaType { get; init; }
    public EwsQuantity? MediaArea { get; init; }
    public EwsQuantity? MediaLength { get; init; }
    public EwsQuantity? ScanLength { get; init; }
    public string? Category { get; init; }

    /// <summary>All channels together.</summary>
    public EwsQuantity? InkUsed { get; init; }

    /// <summary>By channel, from the rows below; empty where there are none.</summary>
    public IReadOnlyList<EwsInk> Ink { get; init; } = [];
    public string? User { get; init; }
    public string? Account { get; init; }
    public EwsTime? PrintedAt { get; init; }
    public string? PrintMode { get; init; }
    public string? CostType { get; init; }

    /// <summary>By the printer's own cost assignment; only kept.</summary>
    public string? Cost { get; init; }
}

/// <param name="Value">Null where the text is no whole number.</param>
public sealed record EwsCount(string Raw, int? Value);

/// <param name="Value">Null where the text is no number, or where nobody can tell which.</param>
/// <param name="Unit">As in <see cref="Words.EwsUnits"/>; null where none is named or known.</param>
public sealed record EwsQuantity(string Raw, decimal? Value, string? Unit)
{
    /// <summary>The printer says that it did not measure: ink of another maker, or not applicable.</summary>
    public bool IsNotMeasured { get; init; }
}

/// <param name="Channel">As the printer names it, such as <c>LC</c>.</param>
public sealed record EwsInk(string Channel, EwsQuantity Amount);

/// <summary>A moment by the printer's clock and in its zone, which it does not name.</summary>
/// <param name="Local">Null where it could not be read, or where day and month cannot be told apart.</param>
/// <param name="OrderFree">One text for the same moment, whether day or month stands first, whatever the language; null where the text is no date.</param>
public sealed record EwsTime(string Raw, DateTime? Local, string? OrderFree);
