using NodaTime;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Printers.Domain;

/// <summary>A line of a printer's history. Never changed.</summary>
public sealed class PrinterEvent
{
    public Guid Id { get; init; }

    public PrinterId PrinterId { get; init; }

    public PrinterEventKind Kind { get; init; }

    public Instant At { get; init; }

    /// <summary>Who did it; null where it happened by itself.</summary>
    public string? ByWhom { get; init; }

    /// <summary>What the person gave as reason.</summary>
    public string? Reason { get; init; }

    /// <summary>What the sentence needs: usually the value before and the one after. Never a secret.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    public static PrinterEvent Of(PrinterId printer, PrinterNews news, Instant at, string? byWhom)
    {
        ArgumentNullException.ThrowIfNull(news);
        return new PrinterEvent
        {
            Id = Guid.CreateVersion7(),
            PrinterId = printer,
            Kind = news.Kind,
            At = at,
            ByWhom = byWhom,
            Reason = news.Reason,
            Details = news.Details,
        };
    }
}

/// <summary>Stored by name.</summary>
public enum PrinterEventKind
{
    Registered,
    Renamed,
    Moved,
    KeyRemembered,
    KeyConfirmed,
    CertificateRenewed,
    AuthorityAskedFor,
    AuthorityNotAskedFor,
    PasswordChanged,
    SnmpChanged,
    FirmwareChanged,
    DeviceExchanged,
    DeviceReset,
    BoardExchanged,
    Archived,
    Restored,
}
