namespace SmartTracker.PrinterReaders.Ipp;

/// <summary>What is asked for. A printer leaves out what it does not know (RFC 8011 §4.1.7).</summary>
internal static class IppNames
{
    public static readonly string[] Everything = ["all"];

    public static readonly string[] Printer =
    [
        "printer-name", "printer-info", "printer-make-and-model", "printer-device-id", "printer-serial-number", "printer-uuid",
        "printer-firmware-string-version", "printer-up-time", "printer-current-time", "printer-state", "printer-state-reasons",
        "operations-supported", "which-jobs-supported", "ipp-versions-supported",
    ];

    public static readonly string[] State =
    [
        "printer-name", "printer-info", "printer-make-and-model", "printer-device-id", "printer-serial-number", "printer-uuid",
        "printer-firmware-string-version", "printer-up-time", "printer-current-time", "printer-state", "printer-state-reasons", "printer-state-message",
        "printer-is-accepting-jobs", "marker-names", "marker-types", "marker-colors", "marker-levels", "marker-low-levels", "marker-high-levels",
        "printer-supply", "printer-supply-description", "printer-input-tray", "media-ready", "media-col-ready",
        "printer-impressions-completed", "printer-impressions-completed-col", "printer-media-sheets-completed", "printer-media-sheets-completed-col",
        "printer-pages-completed", "printer-pages-completed-col",
    ];

    public static readonly string[] Job =
    [
        "job-id", "job-uuid", "job-name", "job-originating-user-name", "job-originating-host-name", "job-state", "job-state-reasons",
        "time-at-creation", "time-at-processing", "time-at-completed", "date-time-at-creation", "date-time-at-processing", "date-time-at-completed",
        "job-impressions", "job-impressions-completed", "job-media-sheets", "job-media-sheets-completed", "job-pages",
        "job-k-octets", "job-k-octets-processed", "copies", "copies-actual", "media", "media-actual", "media-col", "media-col-actual",
        "job-account-id", "job-account-id-actual",
    ];
}
