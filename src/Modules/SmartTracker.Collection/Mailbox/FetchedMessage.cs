using MailKit;
using MimeKit;

namespace SmartTracker.Collection.Mailbox;

/// <summary>A message as it came, or why it is none. The server announces a size, and may send more.</summary>
internal sealed class FetchedMessage : IDisposable
{
    public MimeMessage? Message { get; private init; }

    /// <summary>Means something only without a message.</summary>
    public MailboxProblemCode Problem { get; private init; }

    /// <summary>The rest of it is still on its way.</summary>
    public bool BrokeOff { get; private init; }

    public static FetchedMessage TooLarge => new() { Problem = MailboxProblemCode.TooLarge };

    public static async Task<FetchedMessage> FetchAsync(IMailFolder folder, UniqueId uid, long mostBytes, CancellationToken cancellationToken)
    {
        using var tooMuch = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            return new FetchedMessage { Message = await folder.GetMessageAsync(uid, tooMuch.Token, new Counter(mostBytes, tooMuch)) };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new FetchedMessage { Problem = MailboxProblemCode.TooLarge, BrokeOff = true };
        }
        catch (FormatException)
        {
            // It came whole, and will be no better next time.
            return new FetchedMessage { Problem = MailboxProblemCode.Damaged };
        }
    }

    public void Dispose() => Message?.Dispose();

    private sealed class Counter(long most, CancellationTokenSource tooMuch) : ITransferProgress
    {
        public void Report(long bytesTransferred, long totalSize) => Report(bytesTransferred);

        public void Report(long bytesTransferred)
        {
            if (bytesTransferred > most)
                tooMuch.Cancel();
        }
    }
}
