using SmartTracker.Printers.Domain;
using SmartTracker.Printers.Registry;

namespace SmartTracker.Printers.Views.Sites;

public sealed record SiteList(IReadOnlyList<SiteRow> Rows, bool MayEdit);

/// <param name="Printers">Active ones that stand there.</param>
public sealed record SiteRow(Site Site, int Printers);

/// <param name="Id">Null for a new site.</param>
public sealed record SiteForm(SiteId? Id, SiteDraft Draft, IReadOnlyList<DraftFault> Faults)
{
    public string? Fault(string field) => Faults.FirstOrDefault(fault => fault.Field == field)?.Message;
}
