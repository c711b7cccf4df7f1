using System.Text.Json.Nodes;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Printers.Data;
using SmartTracker.Printers.Domain;
using SmartTracker.Printers.Registry;

namespace SmartTracker.Printers.Recipes;

/// <summary>Registers printers: <c>{"name": "Printers", "Printers": [{"Name", "Address", "Protocol", "AdminPassword", "Site", "Groups", "Snmp"}]}</c>.
/// A printer with the same address is changed instead; its stored secrets stay where the step gives the same ones.</summary>
public sealed class PrintersRecipeStep(PrinterStore store, SiteStore sites, PrinterSecrets secrets, PrinterRegistrar registrar) : IRecipeStep
{
    public string Name => "Printers";

    public async Task<IReadOnlyList<string>> PlanAsync(JsonObject step, CancellationToken cancellationToken)
    {
        var plan = new List<string>();
        foreach (var (draft, known) in await ReadAsync(step, cancellationToken))
        {
            if (known is null)
                plan.Add($"register printer {draft.Name} at {draft.Address}");
            else if (await DiffersAsync(known, draft, cancellationToken))
                plan.Add($"change printer {draft.Name} at {draft.Address}");
        }

        return plan;
    }

    public async Task ExecuteAsync(JsonObject step, CancellationToken cancellationToken)
    {
        foreach (var (draft, known) in await ReadAsync(step, cancellationToken))
        {
            if (known is null)
                await registrar.AddAsync(draft, cancellationToken);
            else if (await DiffersAsync(known, draft, cancellationToken))
                await registrar.UpdateAsync(known.Id, draft, cancellationToken);
        }
    }

    private async Task<bool> DiffersAsync(Printer known, PrinterDraft draft, CancellationToken cancellationToken) =>
        known.Name != draft.Name || known.AllowLegacyTls != draft.AllowLegacyTls
        || (draft.AdminPassword is not null && draft.AdminPassword != Stored(() => secrets.Reveal(known)))
        || (draft.Snmp is { } snmp && snmp.With(null) != Stored(() => secrets.RevealSnmp(known)))
        || (draft.Groups is { } groups && !groups.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(known.Groups.Select(group => group.Name)))
        || (draft.Place is { Name: { } site } && (await sites.FindAsync(site, cancellationToken))?.Id != (known.SiteId ?? default));

    private static T? Stored<T>(Func<T?> reveal)
        where T : class
    {
        try
        {
            return reveal();
        }
        catch (PasswordUnreadableException)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<(PrinterDraft Draft, Printer? Known)>> ReadAsync(JsonObject step, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step["Printers"] is not JsonArray entries)
            throw new RecipeException("Step Printers: 'Printers' must be a list of {\"Name\", \"Address\", \"Protocol\", \"AdminPassword\"}.");

        var result = new List<(PrinterDraft, Printer?)>();
        var addresses = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var draft = Draft(entry);
            if (!PrinterAddress.TryParse(draft.Address, draft.Protocol, out var address, out _))
                throw new RecipeException($"Step Printers: '{draft.Address}' is not a printer's address; write a host, host:port or https://host:port, for IPP ipps://host:631/ipp/print.");
            if (!addresses.Add(address.HostAndPort))
                throw new RecipeException($"Step Printers: the address {address.HostAndPort} is listed twice.");
            result.Add((draft, await store.FindByAddressAsync(address, cancellationToken)));
        }

        return result;
    }

    private static PrinterDraft Draft(JsonNode? entry)
    {
        if (entry is not JsonObject printer)
            throw new RecipeException("Step Printers: each entry of 'Printers' must be an object.");
        var name = Text(printer, "Name");
        if (string.IsNullOrWhiteSpace(name) || name.Length > 100)
            throw new RecipeException("Step Printers: 'Name' must have 1 to 100 characters.");
        var protocol = Text(printer, "Protocol") ?? Printer.PiwsProtocol;
        if (protocol is not (Printer.PiwsProtocol or Printer.IppProtocol or Printer.EwsProtocol or Printer.StateOnly))
            throw new RecipeException($"Step Printers: '{protocol}' is not a known 'Protocol'; write \"piws\", \"ipp\" or \"ews\", or \"none\" for state only.");
        var legacy = printer["AllowLegacyTls"] is JsonValue value && value.TryGetValue<bool>(out var allow) && allow;
        return new PrinterDraft(name.Trim(), Text(printer, "Address"), protocol, Text(printer, "AdminPassword"), legacy)
        {
            Place = Text(printer, "Site") is { } site ? Place.Named(site) : null,
            Groups = printer["Groups"] is JsonArray groups ? [.. groups.Select(group => group?.ToString() ?? "").Where(group => group.Length > 0)] : null,
            Snmp = printer["Snmp"] is JsonObject snmp ? SnmpRecipe.Read(snmp) : null,
        };
    }

    private static string? Text(JsonObject entry, string field) => entry[field] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text.Length == 0 ? null : text,
        _ => throw new RecipeException($"Step Printers: '{field}' must be text."),
    };
}
