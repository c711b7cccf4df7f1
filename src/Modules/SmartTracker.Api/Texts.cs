namespace SmartTracker.Api;

/// <summary>The module's texts: keys are the English text, German stands in <c>Resources/Texts.de.resx</c>.</summary>
public sealed class Texts;
