namespace SmartTracker.Costing;

/// <summary>Marks this module's texts for the localizer.</summary>
public sealed class Texts;
