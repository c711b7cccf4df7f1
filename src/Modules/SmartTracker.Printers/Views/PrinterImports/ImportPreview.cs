using SmartTracker.Printers.Import;

namespace SmartTracker.Printers.Views.PrinterImports;

/// <param name="Fault">What was wrong with the whole file, or null.</param>
public sealed record ImportStart(string? Fault);

/// <param name="IsDone">The good rows are registered; before, nothing is.</param>
public sealed record ImportPreview(Guid Id, ImportPlan Plan, bool IsDone);
