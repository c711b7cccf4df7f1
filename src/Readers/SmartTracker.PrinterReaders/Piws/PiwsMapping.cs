using System.Globalization;
using SmartTracker.Protocols.Piws.Identity;
using SmartTracker.Protocols.Piws.Jobs;

namespace SmartTracker.PrinterReaders.Piws;

/// <summary>Between the words of the protocol and ours.</summary>
internal static class PiwsMapping
{
    // 1970 is what these printers write for a time that is not set.
    private static readonly DateTimeOffset FirstRelease = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static PrinterIdentity? Identity(PiwsIdentification? identification) => identification is null ? null : new PrinterIdentity(
        identification.SerialNumber,
        identification.ModelName ?? identification.ModelNumber,
        identification.FwReleaseName,
        identification.PartNumber,
        identification.PrinterName,
        Units.Length(identification.PrinterWidth))
    {
        FirmwareReleasedAt = Moment(identification.FwReleaseDate),
    };

    private static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) && moment >= FirstRelease
            ? moment
            : null;

    public static ObservationProblemCode Code(PiwsProblemKind kind) => kind switch
    {
        PiwsProblemKind.TooLong => ObservationProblemCode.TooLong,
        PiwsProblemKind.NoUuid => ObservationProblemCode.JobWithoutId,
        PiwsProblemKind.JobTooLarge => ObservationProblemCode.JobTooLarge,
        _ => ObservationProblemCode.Unreadable,
    };
}
