using SmartTracker.Protocols.Piws.Identity;
using SmartTracker.Protocols.Piws.Jobs;

namespace SmartTracker.PrinterReaders.Piws;

/// <summary>Between the words of the protocol and ours.</summary>
internal static class PiwsMapping
{
    public static PrinterIdentity? Identity(PiwsIdentification? identification) => identification is null ? null : new(
        identification.SerialNumber,
        identification.ModelName ?? identification.ModelNumber,
        identification.FwReleaseName,
        identification.PartNumber,
        identification.PrinterName,
        Units.Length(identification.PrinterWidth));

    public static ObservationProblemCode Code(PiwsProblemKind kind) => kind switch
    {
        PiwsProblemKind.TooLong => ObservationProblemCode.TooLong,
        PiwsProblemKind.NoUuid => ObservationProblemCode.JobWithoutId,
        PiwsProblemKind.JobTooLarge => ObservationProblemCode.JobTooLarge,
        _ => ObservationProblemCode.Unreadable,
    };
}
