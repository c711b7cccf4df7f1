using NodaTime;
using SmartTracker.Scheduling.Abstractions;

namespace SmartTracker.Collection.Mailbox;

/// <summary>Reads the files that printers sent to the tenant's mailbox.</summary>
public sealed class ReadMailboxWork(MailboxReader reader) : IScheduledWork
{
    public string Name => "read-import-mailbox";

    public Duration Every => Duration.FromMinutes(5);

    public Task RunAsync(CancellationToken cancellationToken) => reader.ReadAsync(cancellationToken);
}
