using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Views.Printers;

/// <summary>What the list is narrowed to and how it is ordered, as it stands in the address.</summary>
public sealed record PrinterFilter
{
    public static readonly IReadOnlyList<int> PageSizes = [25, 50, 100, 250];

    public string? Q { get; init; }

    public Readiness? State { get; init; }

    public string? Protocol { get; init; }

    public Guid? Site { get; init; }

    public string? Group { get; init; }

    /// <summary>Those that were removed, and only those.</summary>
    public bool Archived { get; init; }

    public PrinterOrder Sort { get; init; }

    public bool Descending { get; init; }

    public int PerPage { get; init; }

    public int Page { get; init; } = 1;

    public int PageSize => PageSizes.Contains(PerPage) ? PerPage : PageSizes[1];

    public bool IsNarrowed => !string.IsNullOrEmpty(Q) || State is not null || !string.IsNullOrEmpty(Protocol) || Site is not null || !string.IsNullOrEmpty(Group);

    public bool Fits(Printer printer, IReadOnlyDictionary<SiteId, string> sites)
    {
        ArgumentNullException.ThrowIfNull(printer);
        ArgumentNullException.ThrowIfNull(sites);
        var words = (Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var site = printer.SiteId is { } id ? sites.GetValueOrDefault(id) : null;
        string?[] texts = [printer.Name, printer.Model, printer.SerialNumber, printer.ParsedAddress.HostAndPort, site, .. printer.Groups.Select(group => group.Name)];
        return words.All(word => texts.Any(text => text?.Contains(word, StringComparison.CurrentCultureIgnoreCase) == true))
            && (string.IsNullOrEmpty(Protocol) || printer.Protocol == Protocol)
            && (Site is null || printer.SiteId?.Value == Site)
            && (string.IsNullOrEmpty(Group) || printer.Groups.Any(group => string.Equals(group.Name, Group, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>The address without the page.</summary>
    public string Query(Readiness? state) => Written(state, Sort, Descending);

    /// <summary>Ordered by a column; once more turns it round.</summary>
    public string Query(PrinterOrder order) => Written(State, order, order == Sort && !Descending);

    public string? Sorted(PrinterOrder order) => order != Sort ? null : Descending ? "descending" : "ascending";

    private string Written(Readiness? state, PrinterOrder sort, bool descending) => string.Join('&', new (string Name, string? Value)[]
    {
        ("state", state?.ToString()), ("protocol", Protocol), ("site", Site?.ToString()), ("group", Group), ("q", Q), ("archived", Archived ? "true" : null),
        ("sort", sort == PrinterOrder.Name ? null : sort.ToString()), ("descending", descending ? "true" : null), ("perPage", PageSizes.Contains(PerPage) ? $"{PerPage}" : null),
    }.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => part.Name + "=" + Uri.EscapeDataString(part.Value!)));
}

public enum PrinterOrder
{
    Name,
    Readiness,
    Model,
    Site,
    Contact,
    Area,
}
