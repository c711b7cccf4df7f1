namespace SmartTracker.Reports.Overview;

/// <summary>One key figure. All texts are in the reader's language.</summary>
/// <param name="Figure">Or the word for what is missing; then there is no unit.</param>
/// <param name="Change">What is set off, such as <c>+4.1 %</c>; may be empty.</param>
/// <param name="Against">What the figure is compared with, or what it means.</param>
/// <param name="Path">Where the figure opens, or null.</param>
public sealed record Stat(string Term, string Figure, string Unit, string Change, string Against, string? Path = null);
