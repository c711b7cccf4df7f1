using SmartTracker.PrinterReaders.Ledm;
using SmartTracker.PrinterReaders.Piws;
using SmartTracker.Protocols.Ledm.Documents;
using SmartTracker.Protocols.Ledm.Http;
using SmartTracker.Protocols.Piws.Identity;

namespace SmartTracker.PrinterReaders.Ews;

/// <summary>Who the printer is: its accounting does not say, so PIWS or LEDM is asked in the same visit.</summary>
internal static class EwsIdentity
{
    public const string PiwsPath = "/LFPWebServices/PI/Identification.xml";
    private const int OK = 200;

    public static PrinterIdentity? Of(IReadOnlyList<RawAnswer> answers)
    {
        foreach (var answer in answers.Where(answer => answer.Status == OK).Reverse())
        {
            var identity = answer.Path switch
            {
                PiwsPath => PiwsMapping.Identity(PiwsIdentificationParser.Parse(answer.Body)),
                LedmPaths.Product => LedmIdentity.Of(LedmProduct.Parse(answer.Body).Value),
                _ => null,
            };
            if (identity?.SerialNumber is not null)
                return identity;
        }

        return null;
    }
}
