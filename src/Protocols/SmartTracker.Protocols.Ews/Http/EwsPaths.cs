namespace SmartTracker.Protocols.Ews.Http;

/// <summary>Where the embedded web server shows its accounting.</summary>
public static class EwsPaths
{
    public const string AccountingPage = "/hp/device/webAccess/index.htm?content=accounting";

    /// <summary>With the details that the page hides behind its rows: <c>cost=y</c>.</summary>
    public const string AccountingExport = "/hp/device/webAccess/accounting.xls?cost=y";

    /// <summary>The path of an answer is one of these two, whatever stands in its fragment.</summary>
    public static bool IsAccounting(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.StartsWith(AccountingPage, StringComparison.Ordinal) || path.StartsWith(AccountingExport, StringComparison.Ordinal);
    }
}
