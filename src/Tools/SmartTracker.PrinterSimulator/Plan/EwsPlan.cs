namespace SmartTracker.PrinterSimulator.Plan;

/// <summary>What a printer shows people of its accounting. What no capture shows of such pages is a plausible guess.</summary>
public sealed record EwsPlan
{
    public EwsLanguage Language { get; init; } = EwsLanguage.English;

    /// <summary>What <c>accounting.xls</c> really is; null where the printer has no export.</summary>
    public EwsExport? Export { get; init; } = EwsExport.Xlsx;

    /// <summary>False for a printer that has only the export.</summary>
    public bool HasPage { get; init; } = true;

    /// <summary>How many jobs the list holds; older ones roll off.</summary>
    public int Remembers { get; init; } = 150;

    /// <summary>False where the privacy setting withholds names.</summary>
    public bool TellsNames { get; init; } = true;

    /// <summary>Every question leads to the page that wakes it.</summary>
    public bool IsAsleep { get; init; }

    /// <summary>False for a printer without PIWS: LEDM says who it is.</summary>
    public bool SpeaksPiws { get; init; } = true;

    /// <summary>Channels whose ink comes from another maker, so that the printer does not say how much.</summary>
    public IReadOnlyList<string> AlteredInk { get; init; } = [];
}

public enum EwsLanguage
{
    English,

    /// <summary>Numbers in dates, month first, feet.</summary>
    UnitedStates,
    German,
    Portuguese,
    Russian,
}

public enum EwsExport
{
    Html,
    Xlsx,
    Xls,
    Text,
}
