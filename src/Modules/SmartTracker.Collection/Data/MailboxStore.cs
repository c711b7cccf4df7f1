using Microsoft.EntityFrameworkCore;

namespace SmartTracker.Collection.Data;

public sealed class MailboxStore(CollectionDbContext context)
{
    public Task<MailboxRow?> FindAsync(CancellationToken cancellationToken) => context.Mailbox.AsNoTracking().FirstOrDefaultAsync(mailbox => mailbox.Id == 1, cancellationToken);

    public async Task SaveAsync(MailboxRow mailbox, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mailbox);
        if (await context.Mailbox.AnyAsync(cancellationToken))
            context.Mailbox.Update(mailbox);
        else
            context.Mailbox.Add(mailbox);
        await context.SaveChangesAsync(cancellationToken);
        context.ChangeTracker.Clear();
    }

    public Task<List<MailboxRuleRow>> RulesAsync(CancellationToken cancellationToken) =>
        context.MailboxRules.AsNoTracking().OrderBy(rule => rule.Id).ToListAsync(cancellationToken);

    public async Task AddRuleAsync(MailboxRuleRow rule, CancellationToken cancellationToken)
    {
        context.MailboxRules.Add(rule);
        await context.SaveChangesAsync(cancellationToken);
        context.ChangeTracker.Clear();
    }

    public async Task<bool> RemoveRuleAsync(Guid id, CancellationToken cancellationToken) =>
        await context.MailboxRules.Where(rule => rule.Id == id).ExecuteDeleteAsync(cancellationToken) == 1;

    /// <summary>Newest first.</summary>
    public Task<List<MailboxMessageRow>> MessagesAsync(int count, CancellationToken cancellationToken) =>
        context.MailboxMessages.AsNoTracking().OrderByDescending(message => message.ReadAt).ThenByDescending(message => message.Uid).Take(count).ToListAsync(cancellationToken);

    /// <summary>Those of the folder that were looked at.</summary>
    public async Task<HashSet<long>> ReadAsync(string folder, long validity, CancellationToken cancellationToken) =>
        [.. await context.MailboxMessages.Where(message => message.Folder == folder && message.Validity == validity).Select(message => message.Uid).ToListAsync(cancellationToken)];

    public Task<bool> IsImportedAsync(string messageId, CancellationToken cancellationToken) =>
        context.MailboxMessages.AnyAsync(message => message.MessageId == messageId && message.Outcome == MessageOutcome.Imported, cancellationToken);

    public async Task AddAsync(MailboxMessageRow message, CancellationToken cancellationToken)
    {
        context.MailboxMessages.Add(message);
        await context.SaveChangesAsync(cancellationToken);
        context.ChangeTracker.Clear();
    }

    /// <summary>What nobody could read is looked at once more, as if it had just come.</summary>
    public Task<int> ForgetUnreadAsync(CancellationToken cancellationToken) =>
        context.MailboxMessages.Where(message => message.Outcome == MessageOutcome.SetAside || message.Outcome == MessageOutcome.Failed).ExecuteDeleteAsync(cancellationToken);
}
