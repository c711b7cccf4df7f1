using SmartTracker.Reports.Charts;

namespace SmartTracker.Reports.Views.Overview;

/// <summary>Model of <c>_Bars.cshtml</c>: one of the two drawings of a chart.</summary>
public sealed record DrawnChart(MonthChart Chart, BarDrawing Drawing, bool IsWide);
