namespace SmartTracker.Scheduling;

/// <summary>Marks this module's texts; the key is the English text.</summary>
public sealed class Texts;
