namespace SmartTracker.Theme.Admin;

/// <summary>Names the texts of this theme; the English text is the key.</summary>
public sealed class Texts;
