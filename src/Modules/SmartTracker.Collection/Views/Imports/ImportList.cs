using NodaTime;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Profiles;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Views.Imports;

/// <summary>The page of imports.</summary>
public sealed record ImportList
{
    public required UploadForm Form { get; init; }

    public string? Problem { get; init; }

    public required IReadOnlyList<ProfileLine> Profiles { get; init; }

    public required IReadOnlyList<PrinterSummary> Printers { get; init; }

    public required IReadOnlyList<ImportRecord> Imports { get; init; }
}

/// <param name="Mapped">How many columns it reads.</param>
/// <param name="NeedsPrinter">Its files do not say which printer.</param>
public sealed record ProfileLine(Guid Id, string Name, int Mapped, Instant ChangedAt, bool IsReady, bool NeedsPrinter);

/// <summary>What came of one import.</summary>
/// <param name="IsKept">The rejected rows are still known, or there are none.</param>
public sealed record ImportReport(ImportRecord Record, IReadOnlyList<ImportFault> Faults, bool IsKept);

/// <param name="Row">As the file counts it.</param>
public sealed record ImportFault(int Row, string? Column, string Message);
