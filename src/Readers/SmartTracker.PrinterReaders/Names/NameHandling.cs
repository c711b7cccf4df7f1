namespace SmartTracker.PrinterReaders.Names;

/// <summary>What becomes of a name before anything is kept. Stable: stored by name.</summary>
public enum NameHandling
{
    /// <summary>It is kept as the printer says it.</summary>
    Collect,

    /// <summary>A pseudonym stands in its place: the same name has the same one for as long as the key is the same.</summary>
    Pseudonymise,

    /// <summary>Only that there was one is kept.</summary>
    Drop,
}
