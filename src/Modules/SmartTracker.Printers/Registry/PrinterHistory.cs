using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Printers.Domain;
using SmartTracker.Printers.Views.Printers;

namespace SmartTracker.Printers.Registry;

/// <summary>The history of a printer in words.</summary>
public sealed class PrinterHistory(Formats formats, IStringLocalizer<Texts> t)
{
    public HistoryLine Line(PrinterEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var details = happened.Details.Select(detail => detail.Length == 0 ? t["not known"].Value : detail).Concat(["?", "?"]).ToArray<object>();
        return new HistoryLine(happened.At, Sentence(happened.Kind, details, happened.Details.Count), happened.Reason, happened.ByWhom);
    }

    private string Sentence(PrinterEventKind kind, object[] details, int count) => kind switch
    {
        PrinterEventKind.Registered when count == 0 => t["Registered as not on the network"],
        PrinterEventKind.Registered => t["Registered at {0}", details],
        PrinterEventKind.Renamed => t["Renamed from {0} to {1}", details],
        PrinterEventKind.Moved => t["Address changed from {0} to {1}; password and key were forgotten", details],
        PrinterEventKind.KeyRemembered => t["Key remembered at the first contact: {0}", Short(details[0])],
        PrinterEventKind.KeyConfirmed => t["New key confirmed: {0} in place of {1}", Short(details[1]), Short(details[0])],
        PrinterEventKind.CertificateRenewed => t["Certificate renewed with the same key; it now ends on {0} instead of {1}", Date(details[1]), Date(details[0])],
        PrinterEventKind.AuthorityAskedFor => t["The certificate must now be signed by an authority"],
        PrinterEventKind.AuthorityNotAskedFor => t["The certificate need no longer be signed by an authority"],
        PrinterEventKind.PasswordChanged => t["A password was stored"],
        PrinterEventKind.SnmpChanged => t["SNMP access changed: {0}", details[0]],
        PrinterEventKind.FirmwareChanged => t["Firmware changed from {0} to {1}", details],
        PrinterEventKind.DeviceExchanged => t["Device exchanged: serial number {0} was replaced by {1}", details],
        PrinterEventKind.DeviceReset => t["The device was reset; its jobs are numbered anew"],
        PrinterEventKind.BoardExchanged => t["The device got a new board; key and password were forgotten, its jobs are numbered anew"],
        PrinterEventKind.Archived => t["Removed; nothing is collected any more"],
        _ => t["Brought back"],
    };

    private static string Short(object key) => key.ToString() is { Length: 64 } whole ? PrinterPage.Grouped(whole[..16]) + " …" : key.ToString() ?? "?";

    private string Date(object seconds) => long.TryParse(seconds.ToString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var at)
        ? formats.Date(Instant.FromUnixTimeSeconds(at))
        : "?";
}
