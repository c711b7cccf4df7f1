namespace SmartTracker.PrinterReaders.Names;

/// <summary>What stands where a name stood.</summary>
public static class WithheldName
{
    /// <summary>Says that there was a name, and nothing about it.</summary>
    public const string Dropped = "[withheld]";

    public static bool Is(string? text) => text == Dropped || Pseudonym.Is(text);
}
