using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SmartTracker.Printers.Domain;

/// <summary>Where a printer is reached: always TLS, one spelling for each host and port, nothing else in it.</summary>
public sealed record PrinterAddress
{
    public const int DefaultPort = 443;
    private const int LongestHostName = 253;

    private PrinterAddress(Uri uri) => Uri = uri;

    public Uri Uri { get; }

    public string Host => Uri.IdnHost;

    public int Port => Uri.Port;

    /// <summary>What identifies the place, such as <c>plotter.example:443</c>.</summary>
    public string HostAndPort => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");

    /// <summary>Reads a host, <c>host:port</c> or an https address as a person types it.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PrinterAddress? address, out AddressFault fault)
    {
        address = null;
        var typed = text?.Trim() ?? "";
        fault = Fault(typed, out var uri);
        if (fault != AddressFault.None || uri is null)
            return false;

        // A trailing dot names the same host; two spellings of one printer would be two printers.
        var host = uri.IdnHost.TrimEnd('.').ToLowerInvariant();
        address = new PrinterAddress(new UriBuilder(Uri.UriSchemeHttps, host, uri.Port).Uri);
        return true;
    }

    /// <summary>From the database, where only addresses stand that were parsed before.</summary>
    public static PrinterAddress FromStored(string uri) =>
        TryParse(uri, out var address, out _) ? address : throw new FormatException($"'{uri}' is not a printer's address.");

    private static AddressFault Fault(string typed, out Uri? uri)
    {
        uri = null;
        if (typed.Length == 0)
            return AddressFault.Missing;
        if (typed.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            return AddressFault.NotEncrypted;
        if (!typed.Contains("://", StringComparison.Ordinal))
            typed = "https://" + typed;
        if (!Uri.TryCreate(typed, UriKind.Absolute, out uri) || uri.Scheme != Uri.UriSchemeHttps)
            return AddressFault.NotAnAddress;
        if (uri.HostNameType is UriHostNameType.Unknown or UriHostNameType.Basic || uri.IdnHost.TrimEnd('.') is { Length: 0 or > LongestHostName })
            return AddressFault.NotAnAddress;
        if (uri.UserInfo.Length > 0)
            return AddressFault.HoldsCredentials;
        if (uri.PathAndQuery != "/" || uri.Fragment.Length > 0)
            return AddressFault.HoldsPath;
        return uri.Port is < 1 or > 65535 ? AddressFault.NotAnAddress : AddressFault.None;
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
