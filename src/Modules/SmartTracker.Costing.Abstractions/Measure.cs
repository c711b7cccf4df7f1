namespace SmartTracker.Costing.Abstractions;

/// <summary>What a rate multiplies. The unit of its price stands behind each.</summary>
public enum Measure
{
    /// <summary>Per m² of printed pages.</summary>
    PageArea,
    /// <summary>Per m² of media consumed.</summary>
    MediaArea,
    /// <summary>Per ml of ink.</summary>
    Ink,
    /// <summary>Per impression.</summary>
    Pages,
    /// <summary>Fixed per job.</summary>
    Job,
}
