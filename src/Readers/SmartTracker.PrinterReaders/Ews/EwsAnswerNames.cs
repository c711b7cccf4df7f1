using SmartTracker.PrinterReaders.Ledm;
using SmartTracker.PrinterReaders.Names;
using SmartTracker.PrinterReaders.Piws;
using SmartTracker.Protocols.Ews.Accounting;
using SmartTracker.Protocols.Ews.Http;
using SmartTracker.Protocols.Ews.Words;

namespace SmartTracker.PrinterReaders.Ews;

/// <summary>Takes names out of accounting pages and exports, and out of what says who the printer is.</summary>
internal static class EwsAnswerNames
{
    public static RawAnswer Withhold(RawAnswer answer, NamePrivacy privacy)
    {
        if (answer.Path == EwsIdentity.PiwsPath)
            return PiwsNames.Withhold(answer, privacy);
        if (!EwsPaths.IsAccounting(answer.Path))
            return LedmNames.Withhold(answer, privacy);
        var body = EwsNames.Replace(
            answer.Body, answer.ContentType, answer.IsWhole, (column, name) => column == EwsColumn.User ? privacy.OfUser(name) : privacy.OfJob(name));
        // What of the original was not whole stands in the tables themselves.
        return answer.Left(body, isRead: true, EwsNames.ContentType);
    }
}
