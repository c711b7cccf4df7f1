namespace SmartTracker.Agents;

/// <summary>Names the module's texts for the localizer: keys are the English text, German lies in <c>Resources/Texts.de.resx</c>.</summary>
public sealed class Texts;
