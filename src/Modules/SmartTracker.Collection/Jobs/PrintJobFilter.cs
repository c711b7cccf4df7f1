using NodaTime;
using NodaTime.Text;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Jobs;

/// <summary>What the list is narrowed to and how it is ordered, as it stands in the address. What cannot be read narrows nothing.</summary>
public sealed record PrintJobFilter
{
    public const string AllMonths = "all";

    /// <summary><c>2026-10</c>, <c>all</c>, or null for the newest month with jobs. Days win over it.</summary>
    public string? Month { get; init; }

    /// <summary>First day, ISO.</summary>
    public string? From { get; init; }

    /// <summary>Last day, ISO; it is included.</summary>
    public string? To { get; init; }

    public Guid? Printer { get; init; }

    /// <summary>Exactly as the device names the user.</summary>
    public string? User { get; init; }

    /// <summary>Exactly as the device names the media.</summary>
    public string? Media { get; init; }

    public PrintJobStatus? Status { get; init; }

    public PriceState? Price { get; init; }

    /// <summary>Jobs whose printer did not say this.</summary>
    public Unsaid? Unsaid { get; init; }

    /// <summary>Words in document, user or number.</summary>
    public string? Q { get; init; }

    /// <summary>A column, led by a minus for the largest first.</summary>
    public string? Sort { get; init; }

    public PrinterId? PrinterId => Printer is { } id ? new PrinterId(id) : null;

    public LocalDate? FirstDay => Day(From);

    public LocalDate? LastDay => Day(To);

    public JobSort Order => JobSort.Parse(Sort);

    public static string Text(YearMonth month) => YearMonthPattern.Iso.Format(month);

    public static YearMonth? ParseMonth(string? month) => YearMonthPattern.Iso.Parse(month ?? "").TryGetValue(default, out var parsed) ? parsed : null;

    /// <summary>The address of this list, without a question mark.</summary>
    public string Query => string.Join('&', Parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => part.Name + "=" + Uri.EscapeDataString(part.Value!)));

    public IReadOnlyList<(string Name, string? Value)> Parts =>
    [
        ("month", Month), ("from", From), ("to", To), ("printer", Printer?.ToString()), ("user", User), ("media", Media),
        ("status", Status?.ToString()), ("price", Price?.ToString()), ("unsaid", Unsaid?.ToString()), ("q", Q), ("sort", Sort),
    ];

    private static LocalDate? Day(string? day) =>
        LocalDatePattern.Iso.Parse(day ?? "").TryGetValue(default, out var parsed) ? parsed : null;
}

public enum PriceState
{
    Rated,

    /// <summary>Finished, and without a price.</summary>
    Unrated,
}

public enum Unsaid
{
    User,
    Media,
}
