using System.Globalization;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Data;

namespace SmartTracker.Collection.Mailbox;

/// <summary>Looks once at every message of the mailbox that was not looked at before. The mailbox stays as it is; what was read is known here.</summary>
public sealed class MailboxReader(MailboxStore store, MailboxConnection connection, IServiceScopeFactory scopes, IOptions<CollectionOptions> options, TimeProvider time)
{
    private const int MostMessages = 100;
    private const int LargestMessage = 48 * 1024 * 1024;
    private const int BytesPerMegabyte = 1024 * 1024;

    /// <returns>Null where there is no mailbox or it is switched off.</returns>
    public async Task<MailboxVisit?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await store.FindAsync(cancellationToken) is not { IsEnabled: true } mailbox)
            return null;
        MailboxProblem? problem = null;
        var looked = 0;
        var patience = TimeSpan.FromSeconds(options.Value.MailboxSeconds);
        using var deadline = new CancellationTokenSource(patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            var (client, folder) = await connection.OpenAsync(mailbox, both.Token);
            using (client)
            {
                looked = await ReadAsync(folder, mailbox, both.Token, cancellationToken);
                await client.DisconnectAsync(true, both.Token);
            }
        }
        catch (MailboxException exception)
        {
            problem = exception.Problem;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            problem = new MailboxProblem(MailboxProblemCode.TimedOut, patience.TotalMinutes.ToString("0.#", CultureInfo.InvariantCulture));
        }
        catch (Exception exception) when (exception is ImapProtocolException or ImapCommandException or IOException or ServiceNotConnectedException)
        {
            problem = new MailboxProblem(MailboxProblemCode.NotUnderstood);
        }

        await using var scope = scopes.CreateAsyncScope();
        await NoteAsync(scope.ServiceProvider, problem, cancellationToken);
        return new MailboxVisit(looked, problem);
    }

    /// <param name="server">Ends what is asked of the server; what is stored of a message that came is stored to the end.</param>
    private async Task<int> ReadAsync(IMailFolder folder, MailboxRow mailbox, CancellationToken server, CancellationToken cancellationToken)
    {
        var read = await store.ReadAsync(mailbox.Folder, folder.UidValidity, cancellationToken);
        var unread = (await folder.SearchAsync(SearchQuery.All, server)).Where(uid => !read.Contains(uid.Id)).OrderBy(uid => uid.Id).Take(MostMessages).ToList();
        if (unread.Count == 0)
            return 0;
        var sizes = (await folder.FetchAsync(unread, MessageSummaryItems.UniqueId | MessageSummaryItems.Size, server)).ToDictionary(summary => summary.UniqueId, summary => summary.Size ?? 0);
        foreach (var uid in unread)
        {
            // Each in a scope of its own: what is stored of one stays, whatever comes of the next.
            await using var scope = scopes.CreateAsyncScope();
            using var fetched = sizes.GetValueOrDefault(uid) > LargestMessage ? FetchedMessage.TooLarge : await FetchedMessage.FetchAsync(folder, uid, LargestMessage, server);
            await LookAsync(scope.ServiceProvider, folder, uid, mailbox.Folder, fetched, cancellationToken);
            // In the middle of a message nothing else can be asked for; the others come with the next visit.
            if (fetched.BrokeOff)
                break;
        }

        return unread.Count;
    }

    private async Task LookAsync(IServiceProvider services, IMailFolder folder, UniqueId uid, string name, FetchedMessage fetched, CancellationToken cancellationToken)
    {
        var messages = services.GetRequiredService<MailboxStore>();
        var row = MessageImport.Row(name, folder.UidValidity, uid.Id, fetched.Message);
        if (fetched.Message is not { } message)
            (row.Outcome, row.Detail) = (MessageOutcome.Failed, new MailboxProblem(fetched.Problem, $"{LargestMessage / BytesPerMegabyte}").ToJson());
        else if (row.MessageId is { } id && await messages.IsImportedAsync(id, cancellationToken))
            row.Outcome = MessageOutcome.Again;
        else
            row = await services.GetRequiredService<MessageImport>().ImportAsync(row, message, await messages.RulesAsync(cancellationToken), cancellationToken);

        row.ReadAt = time.Now();
        try
        {
            // After the import: killed in between, the message is read again and its rows are known.
            await using var transaction = await services.GetRequiredService<ITenantDatabase>().BeginAsync(cancellationToken);
            await messages.AddAsync(row, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Somebody else looked at it at the same moment; its rows are known.
        }
    }

    private async Task NoteAsync(IServiceProvider services, MailboxProblem? problem, CancellationToken cancellationToken)
    {
        var later = services.GetRequiredService<MailboxStore>();
        if (await later.FindAsync(cancellationToken) is not { } mailbox)
            return;
        (mailbox.ReadAt, mailbox.Problem) = (time.Now(), problem?.ToJson());
        await using var transaction = await services.GetRequiredService<ITenantDatabase>().BeginAsync(cancellationToken);
        await later.SaveAsync(mailbox, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}

/// <param name="Looked">How many messages were looked at.</param>
/// <param name="Problem">Why the visit ended before its end, or null.</param>
public sealed record MailboxVisit(int Looked, MailboxProblem? Problem);
