using SmartTracker.Collection.Domain;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Collecting.Turns;

/// <summary>A printer whose time has come.</summary>
public sealed record DuePrinter(PrinterId Id, VisitLane Lane);
