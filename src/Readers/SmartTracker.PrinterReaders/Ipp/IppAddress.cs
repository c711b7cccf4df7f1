namespace SmartTracker.PrinterReaders.Ipp;

/// <summary><c>ipp</c> is IPP over http, <c>ipps</c> over https; both have port 631 (RFC 3510, RFC 7472).</summary>
internal static class IppAddress
{
    private const int DefaultPort = 631;

    /// <summary>The same place for HTTP.</summary>
    /// <exception cref="ArgumentException">The address is neither ipp nor ipps.</exception>
    public static Uri Http(Uri printer)
    {
        var scheme = printer.Scheme switch
        {
            "ipp" => Uri.UriSchemeHttp,
            "ipps" => Uri.UriSchemeHttps,
            _ => throw new ArgumentException($"IPP is spoken to ipp or ipps, not to {printer.Scheme}.", nameof(printer)),
        };
        return new UriBuilder(scheme, printer.IdnHost, printer.Port > 0 ? printer.Port : DefaultPort).Uri;
    }
}
