namespace SmartTracker.Protocols.Piws.State;

/// <summary><c>DeviceStatus</c>, in the device's words. Captured: <c>WithAlerts</c>, <c>Warning</c>, <c>NoActivity</c>.</summary>
public sealed record PiwsStatus(string? MostRelevantStatus, string? StatusSeverity, string? Activity);

/// <summary>One of <c>ActiveAlerts</c>. Second-hand: a client of a Latex 800W.</summary>
/// <param name="FullName">Such as <c>/IDS/CARTRIDGE_GROUPS/CARTRIDGE_GROUP_yellow_1/CARTRIDGE_4/VERYLOW</c>.</param>
public sealed record PiwsAlert(string? FullName, string? Name, string? Severity, string? Description);

/// <summary>The printer's clock, from <c>Discovery</c>. Second-hand: a client of a Latex 800W.</summary>
public sealed record PiwsClock(DateTimeOffset Date, bool HasZone);
