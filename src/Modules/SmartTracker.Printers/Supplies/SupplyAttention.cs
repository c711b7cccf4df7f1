using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Security;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Data;
using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Supplies;

/// <summary>Tells the overview which printers do not print, and whose supplies end.</summary>
public sealed class SupplyAttention(
    PrinterStateStore states, PrinterStore printers, IAuthorizationService authorization, IHttpContextAccessor accessor, IStringLocalizer<Texts> t) : IAttentionSource
{
    private const decimal EndsSoon = 5;

    public async Task<IReadOnlyList<Attention>> GetAsync(CancellationToken cancellationToken)
    {
        if (accessor.HttpContext is not { } http
            || !(await authorization.AuthorizeAsync(http.User, null, new PermissionRequirement(PrinterPermissions.View))).Succeeded)
        {
            return [];
        }

        var known = await states.ListAsync(cancellationToken);
        return known.Count == 0 ? [] : [.. (await printers.ListActiveAsync(cancellationToken)).Where(printer => known.ContainsKey(printer.Id)).SelectMany(printer => Of(printer, known[printer.Id].State))];
    }

    private IEnumerable<Attention> Of(Printer printer, PrinterState state)
    {
        var path = $"~/admin/printers/{printer.Id}";
        if (state.Condition == PrinterCondition.Stopped)
        {
            var reason = string.Join(" ", state.Alerts.Where(alert => alert.Severity is AlertSeverity.Critical).Select(alert => alert.Text));
            yield return new("bad", t["{0} does not print", printer.Name], reason.Length > 0 ? reason : t["It says that somebody has to help."], t["Open {0}", printer.Name], path);
        }

        var ending = state.Consumables.Where(consumable => consumable is { LevelKnown: ConsumableLevel.Empty } or { LevelPercent: <= EndsSoon })
            .Select(consumable => consumable.Description ?? consumable.Slot).ToList();
        if (ending.Count > 0)
            yield return new("warn", t["Supplies of {0} end", printer.Name], string.Join(", ", ending), t["Open {0}", printer.Name], path);
    }
}
