using SmartTracker.Protocols.Piws.Jobs;

namespace SmartTracker.Protocols.Piws.State;

/// <summary>A roll or another input device of a <c>Drawer</c>. Second-hand: the clients of a DesignJet Z9 and of a Latex 800W agree.</summary>
/// <param name="Kind">Name of the element, such as <c>Roll</c>.</param>
/// <param name="IdForUI">Such as <c>Roll</c> or <c>ManualSheet</c>.</param>
/// <param name="MediaTypeId">Null where nothing is loaded.</param>
/// <param name="RemainingLength">Of a sheet its length.</param>
public sealed record PiwsMediaSource(string? Drawer, string Kind, string? IdForUI, string? MediaTypeId, PiwsQuantity? Width, PiwsQuantity? RemainingLength);
