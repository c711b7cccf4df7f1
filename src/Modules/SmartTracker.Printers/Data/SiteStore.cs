using Microsoft.EntityFrameworkCore;
using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Data;

public sealed class SiteStore(PrintersDbContext context)
{
    public Task<List<Site>> ListAsync(CancellationToken cancellationToken) =>
        context.Sites.AsNoTracking().OrderBy(site => site.Name).ToListAsync(cancellationToken);

    public async Task<IReadOnlyDictionary<SiteId, string>> NamesAsync(CancellationToken cancellationToken) =>
        (await ListAsync(cancellationToken)).ToDictionary(site => site.Id, site => site.Name);

    public Task<Site?> FindAsync(SiteId id, CancellationToken cancellationToken) => context.Sites.FirstOrDefaultAsync(site => site.Id == id, cancellationToken);

    /// <summary>Whatever its letters' case.</summary>
    public async Task<Site?> FindAsync(string name, CancellationToken cancellationToken) =>
        (await context.Sites.ToListAsync(cancellationToken)).FirstOrDefault(site => string.Equals(site.Name, name.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Active printers by site.</summary>
    public async Task<IReadOnlyDictionary<SiteId, int>> CountsAsync(CancellationToken cancellationToken) =>
        (await context.Printers.AsNoTracking().Where(printer => printer.ArchivedAt == null && printer.SiteId != null)
            .Select(printer => printer.SiteId!.Value).ToListAsync(cancellationToken)).CountBy(site => site).ToDictionary();

    public async Task<IReadOnlyList<string>> GroupsAsync(CancellationToken cancellationToken) =>
        [.. (await context.Set<PrinterGroup>().AsNoTracking().Select(group => group.Name).Distinct().ToListAsync(cancellationToken)).Order(StringComparer.CurrentCultureIgnoreCase)];

    public void Add(Site site) => context.Sites.Add(site);

    public void Remove(Site site) => context.Sites.Remove(site);

    public Task<List<Printer>> PrintersAtAsync(SiteId id, CancellationToken cancellationToken) =>
        context.Printers.Where(printer => printer.SiteId == id).ToListAsync(cancellationToken);

    public Task SaveAsync(CancellationToken cancellationToken) => context.SaveChangesAsync(cancellationToken);
}
