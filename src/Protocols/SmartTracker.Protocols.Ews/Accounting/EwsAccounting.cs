using SmartTracker.Protocols.Ews.Tables;

namespace SmartTracker.Protocols.Ews.Accounting;

/// <summary>What an accounting page or export says.</summary>
public sealed record EwsAccounting
{
    public required TableContainer Container { get; init; }

    /// <summary>The language of the headings, or null where they do not tell.</summary>
    public string? Language { get; init; }

    /// <summary>How the columns were found: <c>headings</c>, or the name of a recorded shape.</summary>
    public string? Layout { get; init; }

    /// <summary>Which of two numbers in a date is the day; <see cref="EwsDateOrder.Unknown"/> where nothing tells.</summary>
    public EwsDateOrder DateOrder { get; init; }

    /// <summary>In the printer's order; each arrived whole, with its ink.</summary>
    public IReadOnlyList<EwsJob> Jobs { get; init; } = [];

    public IReadOnlyList<EwsProblem> Problems { get; init; } = [];

    /// <summary>Why the list is not whole, or null where it is.</summary>
    public EwsDefect? Defect { get; init; }

    public string? DefectDetail { get; init; }

    public bool IsComplete => Defect is null;
}

public enum EwsDateOrder
{
    Unknown,
    DayFirst,
    MonthFirst,
}

public enum EwsDefect
{
    /// <summary>The end is missing.</summary>
    CutOff,
    /// <summary>A page or file without an accounting table, or one in a shape that nobody knows.</summary>
    NotAccounting,
    /// <summary>A page that asks for a password.</summary>
    LoginPage,
    /// <summary>The page of a printer that sleeps.</summary>
    WakeUpPage,
    TooLarge,
    /// <summary>A broken spreadsheet.</summary>
    Damaged,
}

/// <summary>Something that was not understood. The rest stands.</summary>
/// <param name="Row">Number of the row in its table, or null for the document.</param>
/// <param name="Raw">The printer's text, shortened to <see cref="RawLength"/> characters.</param>
public sealed record EwsProblem(int? Row, string Element, EwsProblemKind Kind, string? Raw)
{
    public const int RawLength = 200;
}

public enum EwsProblemKind
{
    NotANumber,
    NotATime,
    /// <summary><c>1,071</c>: nothing in the document tells whether that is a thousand or about one. Not used.</summary>
    AmbiguousNumber,
    /// <summary><c>03/07/2026</c>: nothing in the document tells which is the day. Not used.</summary>
    AmbiguousTime,
    /// <summary>A figure without a unit, or with one that nobody knows.</summary>
    UnknownUnit,
    /// <summary>A row under no job.</summary>
    Stray,
    /// <summary>The document does not say its character set truly: names may be wrong.</summary>
    GuessedCharset,
}
