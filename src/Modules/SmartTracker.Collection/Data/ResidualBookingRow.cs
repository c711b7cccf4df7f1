using NodaTime;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Domain;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Data;

/// <summary>A row of <c>residual_bookings</c>. It is never deleted: who takes it back is written beside it.</summary>
public sealed class ResidualBookingRow
{
    public Guid Id { get; set; }
    public PrinterId PrinterId { get; set; }

    /// <summary>ISO 8601, such as 2026-10, in the tenant's zone.</summary>
    public required string Month { get; set; }

    public MeterKind Kind { get; set; }
    public ResidualPurpose Purpose { get; set; }
    public long Amount { get; set; }
    public required string Reason { get; set; }
    public required string BookedBy { get; set; }
    public Instant BookedAt { get; set; }
    public string? WithdrawnBy { get; set; }
    public Instant? WithdrawnAt { get; set; }

    /// <summary>The job that charges it, or null.</summary>
    public PrintJobId? PrintJobId { get; set; }

    public ResidualBooking Booking => new(Kind, Purpose, Amount);
}
