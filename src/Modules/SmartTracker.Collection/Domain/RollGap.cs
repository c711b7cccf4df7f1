namespace SmartTracker.Collection.Domain;

/// <summary>Why a job cannot be drawn on its roll.</summary>
public enum RollGap
{
    /// <summary>The printer did not say how wide the roll is.</summary>
    Width,

    /// <summary>The printer did not say how far the roll advanced.</summary>
    Advance,

    /// <summary>The printer did not tell the pages, or not the size of each.</summary>
    PageSizes,

    /// <summary>The printer did not say how many copies came out.</summary>
    Copies,

    /// <summary>No page came out.</summary>
    NothingPrinted,

    /// <summary>More sheets than a drawing can show.</summary>
    TooManySheets,

    /// <summary>The pages do not fit on what the printer says it advanced.</summary>
    Contradiction,
}
