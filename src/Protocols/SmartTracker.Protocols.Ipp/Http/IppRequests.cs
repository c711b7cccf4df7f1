using SmartTracker.Protocols.Ipp.Messages;

namespace SmartTracker.Protocols.Ipp.Http;

/// <summary>The requests that a reader sends. None of them changes anything on the printer.</summary>
public static class IppRequests
{
    public static IppMessage GetPrinterAttributes(Uri printer, IReadOnlyList<string> attributes) =>
        Request(IppOperation.GetPrinterAttributes, 1, [Target(printer)], [Requested(attributes)]);

    /// <summary>Finished jobs of everybody, newest first (RFC 8011 §4.2.6).</summary>
    public static IppMessage GetCompletedJobs(Uri printer, int limit, IReadOnlyList<string> attributes) => Request(
        IppOperation.GetJobs, 2, [Target(printer)],
        [
            new("limit", new IppInteger(limit)),
            Requested(attributes),
            new("which-jobs", new IppText("completed", IppTag.Keyword)),
            new("my-jobs", new IppBoolean(false)),
        ]);

    public static IppMessage GetJobAttributes(Uri printer, int jobId, IReadOnlyList<string> attributes) =>
        Request(IppOperation.GetJobAttributes, 3, [Target(printer), new("job-id", new IppInteger(jobId))], [Requested(attributes)]);

    private static IppAttribute Requested(IReadOnlyList<string> attributes) =>
        new("requested-attributes", [.. attributes.Select(name => new IppText(name, IppTag.Keyword))]);

    private static IppAttribute Target(Uri printer) => new("printer-uri", new IppText(printer.AbsoluteUri, IppTag.Uri));

    // Charset first, then language, then the target: RFC 8011 §4.1.4 and §4.1.5 fix the order.
    private static IppMessage Request(int operation, int id, IEnumerable<IppAttribute> target, IEnumerable<IppAttribute> more) => new()
    {
        Code = operation,
        RequestId = id,
        Groups =
        [
            new IppGroup(IppTag.OperationAttributes,
            [
                new("attributes-charset", new IppText("utf-8", IppTag.Charset)),
                new("attributes-natural-language", new IppText("en", IppTag.NaturalLanguage)),
                .. target,
                new("requesting-user-name", new IppText("smarttracker", IppTag.NameWithoutLanguage)),
                .. more,
            ]),
        ],
    };
}
