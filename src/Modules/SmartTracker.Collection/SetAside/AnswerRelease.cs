using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Data;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.SetAside;

/// <summary>A person wants a printer's answer tried again, for instance after an update of this program.</summary>
public sealed class AnswerRelease(UnreadAnswers unread, ITenantDatabase database)
{
    /// <summary>Releasing twice is releasing once.</summary>
    public async Task ReleaseAsync(PrinterId printer, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        await unread.ForgetAsync(printer, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
