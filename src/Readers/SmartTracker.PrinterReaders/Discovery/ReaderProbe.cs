using System.Net.Sockets;

namespace SmartTracker.PrinterReaders.Discovery;

/// <summary>Finds printers through a job reader: whoever says who it is, is one. No password is sent.</summary>
/// <param name="isIt">What else must be true of the answer.</param>
public sealed class ReaderProbe(IPrinterReader reader, int usualPort, Func<PrinterContact, bool> isIt, params string[] addresses) : IPrinterProbe
{
    // A host that is there takes a connection in far less; one that is not says nothing at all.
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(1.5);

    public string Protocol => reader.Protocol;

    public int UsualPort => usualPort;

    public static ReaderProbe Piws(IPrinterReader piws) => new(piws, 443, _ => true, "https://{0}/");

    /// <summary>Printers that are identified without PIWS: only those that have the accounting page, too. It may be long, or hidden behind a password or sleep;
    /// other devices of the same maker do not know it, or lead to their own sign-in page.</summary>
    public static ReaderProbe Ews(IPrinterReader ews) => new(
        ews, 443, contact => contact.Failure?.Code is null or ReaderFailureCode.TooLarge or ReaderFailureCode.Asleep or ReaderFailureCode.PasswordRequired, "https://{0}/");

    /// <summary>Encrypted first.</summary>
    public static ReaderProbe Ipp(IPrinterReader ipp) => new(ipp, 631, _ => true, "ipps://{0}/ipp/print", "ipp://{0}/ipp/print");

    public async Task<FoundPrinter?> ProbeAsync(ProbeTarget target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (!await IsOpenAsync(target, cancellationToken))
            return null;
        foreach (var form in addresses)
        {
            var address = new Uri(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, target.Endpoint));
            var contact = await reader.ReadIdentityAsync(
                new PrinterConnection { Address = address, Allows = target.Allows, Deadline = target.Patience, MaximumBytes = 1024 * 1024 }, cancellationToken);
            if (contact.Identity is { } identity && (identity.SerialNumber ?? identity.Model) is not null && isIt(contact))
                return new FoundPrinter(address, Protocol, identity) { Certificate = contact.Certificate };
        }

        return null;
    }

    private static async Task<bool> IsOpenAsync(ProbeTarget target, CancellationToken cancellationToken)
    {
        if (!target.Allows(target.Endpoint))
            return false;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(ConnectPatience);
        using var socket = new Socket(target.Endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(target.Endpoint, patience.Token);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
