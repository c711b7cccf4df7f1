using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SmartTracker.Printers.Domain;

/// <summary>Where a printer is reached, with one spelling for each place: <c>https://host:443/</c>, always TLS, or for IPP
/// <c>ipps://host:631/ipp/print</c>, or <c>ipp://…</c> without encryption where a person writes so.</summary>
public sealed partial record PrinterAddress
{
    public const int DefaultPort = 443;
    public const int DefaultIppPort = 631;
    private const string Ipp = "ipp";
    private const string Ipps = "ipps";
    private const string DefaultIppPath = "/ipp/print";
    private const int LongestHostName = 253;
    private const int LongestPath = 200;

    private PrinterAddress(Uri uri) => Uri = uri;

    public Uri Uri { get; }

    public string Host => Uri.IdnHost;

    public int Port => Uri.Port;

    /// <summary>False only for <c>ipp://</c>: nothing is secret on the way, so no password is sent.</summary>
    public bool IsEncrypted => Uri.Scheme != Ipp;

    /// <summary>What identifies the place, such as <c>plotter.example:443</c>.</summary>
    public string HostAndPort => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");

    /// <summary>As a person would type it.</summary>
    public string Typed => Uri.Scheme == Uri.UriSchemeHttps ? HostAndPort : Uri.AbsoluteUri;

    /// <summary>Reads a host, <c>host:port</c> or an https address as a person types it.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PrinterAddress? address, out AddressFault fault) =>
        TryParse(text, Printer.PiwsProtocol, out address, out fault);

    /// <summary>Reads a host, <c>host:port</c> or an address of the protocol as a person types it.</summary>
    public static bool TryParse(string? text, string? protocol, [NotNullWhen(true)] out PrinterAddress? address, out AddressFault fault)
    {
        address = null;
        if (protocol is Printer.StateOnly or Printer.Manual)
            return TryParseOther(text, protocol, out address, out fault);
        var typed = text?.Trim() ?? "";
        var (scheme, rest) = Split(typed);
        var isIpp = protocol == Printer.IppProtocol;
        fault = SchemeFault(typed, scheme, isIpp);
        if (fault != AddressFault.None)
            return false;
        fault = Fault(rest, isIpp, out var uri);
        if (fault != AddressFault.None || uri is null)
            return false;

        // A trailing dot names the same host; two spellings of one printer would be two printers.
        var host = uri.IdnHost.TrimEnd('.').ToLowerInvariant();
        address = new PrinterAddress(isIpp
            ? new UriBuilder(scheme is Ipp or "http" ? Ipp : Ipps, host, IppPort(uri, rest, scheme), uri.AbsolutePath == "/" ? DefaultIppPath : uri.AbsolutePath).Uri
            : new UriBuilder(Uri.UriSchemeHttps, host, uri.Port).Uri);
        return true;
    }

    /// <summary>From the database, where only addresses stand that were parsed before.</summary>
    public static PrinterAddress FromStored(string uri) =>
        TryParse(uri, ProtocolOf(Split(uri).Scheme), out var address, out _)
            ? address
            : throw new FormatException($"'{uri}' is not a printer's address.");

    private static (string Scheme, string Place) Split(string typed) => typed.IndexOf("://", StringComparison.Ordinal) is var end and >= 0
        ? (typed[..end].ToLowerInvariant(), typed[(end + 3)..])
        : ("", typed);

    private static AddressFault SchemeFault(string typed, string scheme, bool isIpp) => scheme switch
    {
        _ when typed.Length == 0 => AddressFault.Missing,
        "" or "https" => AddressFault.None,
        "http" or Ipp or Ipps when isIpp => AddressFault.None,
        "http" => AddressFault.NotEncrypted,
        _ => AddressFault.NotAnAddress,
    };

    private static AddressFault Fault(string rest, bool isIpp, out Uri? uri)
    {
        if (!Uri.TryCreate("https://" + rest, UriKind.Absolute, out uri))
            return AddressFault.NotAnAddress;
        if (uri.HostNameType is UriHostNameType.Unknown or UriHostNameType.Basic || uri.IdnHost.TrimEnd('.') is { Length: 0 or > LongestHostName })
            return AddressFault.NotAnAddress;
        if (uri.UserInfo.Length > 0)
            return AddressFault.HoldsCredentials;
        if (isIpp ? uri.Query.Length > 0 || uri.Fragment.Length > 0 || uri.AbsolutePath.Length > LongestPath : uri.PathAndQuery != "/" || uri.Fragment.Length > 0)
            return AddressFault.HoldsPath;
        return uri.Port is < 1 or > 65535 ? AddressFault.NotAnAddress : AddressFault.None;
    }

    /// <summary>The port that was written, else the one that the written scheme stands for.</summary>
    private static int IppPort(Uri uri, string rest, string scheme)
    {
        var authority = rest[..(rest.IndexOfAny(['/', '?', '#']) is var end and >= 0 ? end : rest.Length)];
        if (!uri.IsDefaultPort || authority.EndsWith(":443", StringComparison.Ordinal))
            return uri.Port;
        return scheme switch { "http" => 80, "https" => DefaultPort, _ => DefaultIppPort };
    }
}

/// <summary>What is wrong with a typed address.</summary>
public enum AddressFault
{
    None,
    Missing,
    NotAnAddress,
    NotEncrypted,
    HoldsCredentials,
    HoldsPath,
}
