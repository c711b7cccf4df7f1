using System.ComponentModel;
using NodaTime;
using SmartTracker.Abstractions.Api;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Domain;
using SmartTracker.Printers.Registry;

namespace SmartTracker.Printers.Api;

/// <summary>A printer as the REST interface shows it.</summary>
[ApiExample("""
    { "id": "0199b0a4-1f2e-7c3d-9a41-5d0c3c6e8b11", "name": "Plotter EG", "address": "plotter-eg.example:443", "protocol": "piws",
      "model": "HP DesignJet T2600 MFP", "serialNumber": "CN9B7K2041", "firmware": null, "hasPassword": true, "allowLegacyTls": false, "state": "ready",
      "problem": null, "lastContactAt": "2026-11-20T12:00:00Z", "registeredAt": "2026-10-01T08:00:00Z", "removedAt": null,
      "site": "Altona", "groups": ["CAD"], "snmp": "v3", "macAddress": "A0B1C2D3E4F5", "deviceEpoch": 1 }
    """)]
public sealed record PrinterResource(
    Guid Id,
    string Name,
    [property: Description("Host and port; its own id where it is not on the network.")] string Address,
    [property: Description("How it is spoken to, such as piws or ipp.")] string Protocol,
    [property: Description("As the device says; null before the first contact.")] string? Model,
    [property: Description("As the device says, or as it was registered; null before either.")] string? SerialNumber,
    string? Firmware,
    [property: Description("Whether an administrator's password is stored. It is never shown.")] bool HasPassword,
    bool AllowLegacyTls,
    PrinterCondition State,
    [property: Description("What went wrong last, with what to do; null where nothing did.")] PrinterProblemResource? Problem,
    Instant? LastContactAt,
    Instant RegisteredAt,
    [property: Description("Removed but kept because jobs were counted on it; null otherwise.")] Instant? RemovedAt,
    [property: Description("Where it stands; null where no site is set.")] string? Site,
    IReadOnlyList<string> Groups,
    [property: Description("v1, v2c or v3; null where its SNMP agent is not asked. Secrets are never shown.")] string? Snmp,
    [property: Description("Twelve hexadecimal digits; null where no protocol told it.")] string? MacAddress,
    [property: Description("Counts the device's lives: an exchange or reset begins a new one.")] int DeviceEpoch)
{
    internal static PrinterResource Of(Printer printer, IReadOnlyDictionary<SiteId, string> sites, IPrinterProblemTexts texts) => new(
        printer.Id.Value, printer.Name, printer.ParsedAddress.HostAndPort, printer.Protocol, printer.Model, printer.SerialNumber, printer.Firmware,
        printer.HasPassword, printer.AllowLegacyTls, Condition(printer), PrinterProblemResource.Of(printer.LastProblem, texts),
        printer.LastContactAt, printer.RegisteredAt, printer.ArchivedAt,
        printer.SiteId is { } site ? sites.GetValueOrDefault(site) : null, [.. printer.Groups.Select(group => group.Name).Order(StringComparer.OrdinalIgnoreCase)],
        printer.Snmp?.Version.ToString().ToLowerInvariant(), printer.MacAddress, printer.DeviceEpoch);

    internal static PrinterCondition Condition(Printer printer) => printer switch
    {
        { ArchivedAt: not null } => PrinterCondition.Removed,
        { Stopped: not StopReason.None } => PrinterCondition.Stopped,
        { LastProblemAt: not null } => PrinterCondition.NotRead,
        { LastContactAt: null } => PrinterCondition.NotContacted,
        _ => PrinterCondition.Ready,
    };
}

/// <summary>What went wrong, for programs and for people.</summary>
public sealed record PrinterProblemResource([property: Description("Stable.")] string Code, string Sentence)
{
    internal static PrinterProblemResource? Of(PrinterProblem? problem, IPrinterProblemTexts texts) =>
        problem is null ? null : new(problem.Code, texts.Describe(problem));
}

public enum PrinterCondition
{
    Ready,
    NotContacted,

    /// <summary>The last contact failed; the next collection tries again.</summary>
    NotRead,

    /// <summary>A person has to decide before it is spoken to again.</summary>
    Stopped,
    Removed,
}

/// <summary>What is sent to register or change a printer.</summary>
[ApiExample("""{ "name": "Plotter EG", "address": "plotter-eg.example", "protocol": "piws", "adminPassword": "…", "serialNumber": null, "allowLegacyTls": false }""")]
public sealed record PrinterRequest(
    [property: Description("Up to 100 characters.")] string? Name,
    [property: Description("Host name or IP address, with a port where it is not 443. Not needed for manual.")] string? Address = null,
    [property: Description("How it is spoken to; piws where left out, none for state only, manual for a device that is not on the network.")] string? Protocol = Printer.PiwsProtocol,
    [property: Description("Left out keeps the stored one. Another address forgets it.")] string? AdminPassword = null,
    [property: Description("Where the device has not been contacted yet, so that its jobs can be imported. Whoever answers with another one is refused.")] string? SerialNumber = null,
    [property: Description("Only for devices that speak nothing newer.")] bool AllowLegacyTls = false,
    [property: Description("Where it stands, made where there is no such site. Left out leaves it, empty takes it away.")] string? Site = null,
    [property: Description("Labels. Left out leaves them.")] IReadOnlyList<string>? Groups = null,
    [property: Description("How its SNMP agent is asked. Left out leaves it.")] SnmpRequest? Snmp = null)
{
    internal PrinterDraft Draft => new(Name, Address, Protocol, AdminPassword, AllowLegacyTls)
    {
        SerialNumber = SerialNumber,
        Place = Site is null ? null : Place.Named(Site),
        Groups = Groups,
        Snmp = Snmp?.Draft,
    };
}
