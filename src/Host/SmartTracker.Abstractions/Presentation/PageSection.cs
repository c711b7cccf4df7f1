namespace SmartTracker.Abstractions.Presentation;

/// <summary>A piece of a page that another module contributes: a partial view by its full path, such as
/// <c>/Views/PriceSteps/_PriceSteps.cshtml</c>, and its model.</summary>
public sealed record PageSection(string View, object Model);
