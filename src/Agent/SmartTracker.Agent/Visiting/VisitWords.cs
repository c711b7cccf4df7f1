using SmartTracker.PrinterReaders;
using SmartTracker.PrinterReaders.Names;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Protocols.Agent.Plans;
using SmartTracker.Protocols.Agent.Visits;

namespace SmartTracker.Agent.Visiting;

/// <summary>Between the readers' words and those of the wire.</summary>
internal static class VisitWords
{
    public static VisitFetch Fetch(string protocol, PrinterFetch fetch) => new(
        protocol,
        [.. fetch.Answers.Select(answer => new VisitAnswer(answer.Path, answer.ReceivedAt, answer.Status, answer.ContentType, answer.IsWhole, answer.Body))],
        fetch.Certificate is { } certificate
            ? new(certificate.Key, certificate.Subject, certificate.Issuer, certificate.NotBefore, certificate.NotAfter, certificate.SelfSigned, certificate.TrustedByHost)
            : null,
        Failure(fetch.Failure));

    public static VisitFailure? Failure(ReaderFailure? failure) => failure is null ? null : new(Code(failure.Code).ToString(), failure.Arguments);

    // The host's operator has nothing to do with the list of this site.
    private static ReaderFailureCode Code(ReaderFailureCode code) => code == ReaderFailureCode.NotAllowed ? ReaderFailureCode.NotAllowedOnSite : code;

    /// <summary>Whatever is not understood is not kept.</summary>
    public static NamePrivacy Names(PlannedNames? planned)
    {
        if (planned is null)
            return NamePrivacy.CollectAll;
        var key = planned.Key is { Length: Pseudonym.KeyLength } whole ? whole : null;
        return new NamePrivacy(Handling(planned.Users, key), Handling(planned.Jobs, key), key);
    }

    private static NameHandling Handling(string word, byte[]? key) => word switch
    {
        nameof(NameHandling.Collect) => NameHandling.Collect,
        nameof(NameHandling.Pseudonymise) when key is not null => NameHandling.Pseudonymise,
        _ => NameHandling.Drop,
    };

    public static SnmpAccess? Snmp(PlannedSnmp? planned) => planned is null || !Enum.TryParse<SnmpVersion>(planned.Version, out var version) ? null : new()
    {
        Version = version,
        Community = planned.Community,
        UserName = planned.UserName,
        Authentication = Enum.TryParse<SnmpAuthentication>(planned.Authentication, out var authentication) ? authentication : SnmpAuthentication.None,
        AuthenticationSecret = planned.AuthenticationSecret,
        Privacy = Enum.TryParse<SnmpPrivacy>(planned.Privacy, out var privacy) ? privacy : SnmpPrivacy.None,
        PrivacySecret = planned.PrivacySecret,
    };
}
