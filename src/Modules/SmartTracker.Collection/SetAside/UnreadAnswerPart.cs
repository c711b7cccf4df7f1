using SmartTracker.Abstractions.Presentation;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.History;
using SmartTracker.Collection.Views.Collections;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.SetAside;

/// <summary>On a printer's page: an answer that was set aside, and "Try again".</summary>
public sealed class UnreadAnswerPart(UnreadAnswers unread, UnreadAnswerWords words, CollectionPages pages) : IPrinterPagePart
{
    public PrinterPagePlace Place => PrinterPagePlace.Section;

    public async Task<PageSection?> GetAsync(PrinterId id, CancellationToken cancellationToken)
    {
        if (!await pages.MayAsync(CollectionPermissions.View) || await unread.ForPersonsAsync(id, cancellationToken) is not { } row)
            return null;
        var page = new UnreadAnswerPage(id, words.Heading(row), words.Reason(row), words.Outlook(row), await pages.MayAsync(CollectionPermissions.Run));
        return new PageSection("/Views/Collections/_UnreadAnswer.cshtml", page);
    }
}
