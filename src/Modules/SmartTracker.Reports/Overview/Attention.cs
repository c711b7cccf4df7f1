namespace SmartTracker.Reports.Overview;

/// <summary>Something that a person has to look at.</summary>
/// <param name="Mark">Class of the mark: <c>bad</c>, <c>warn</c> or <c>info</c>.</param>
/// <param name="Action">What the button at the head of the page says when this comes first.</param>
/// <param name="Path">Where to do it, or null where the reader may not.</param>
public sealed record Attention(string Mark, string Title, string Reason, string Action, string? Path);
