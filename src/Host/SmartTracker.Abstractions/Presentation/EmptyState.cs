namespace SmartTracker.Abstractions.Presentation;

/// <summary>Model of <c>/Views/Shared/_Empty.cshtml</c>: what would stand here, and the one thing to do about it. All texts localized.</summary>
/// <param name="ActionPath">App-relative (<c>~/…</c>) or a query (<c>?view=all</c>).</param>
public sealed record EmptyState(string Title, string Text, string? ActionText = null, string? ActionPath = null);
