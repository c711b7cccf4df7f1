namespace SmartTracker.Bills;

/// <summary>Names the module's texts for the localizer; keys are the English texts.</summary>
public sealed class Texts;
