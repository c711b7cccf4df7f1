using SmartTracker.PrinterReaders.Http;
using SmartTracker.PrinterReaders.Names;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Protocols.Http;
using SmartTracker.Protocols.Ledm.Http;

namespace SmartTracker.PrinterReaders.Ledm;

/// <summary>What a printer holds, through LEDM. Experimental: the elements are those that a program of others reads on a Latex 570, no capture of one
/// could be had.</summary>
public sealed class LedmStateReader(TimeProvider clock) : IPrinterStateReader
{
    private static readonly string[] Documents = [LedmPaths.Product, LedmPaths.Status, LedmPaths.Consumables, LedmPaths.Usage, LedmPaths.Media];

    public string Protocol => "ledm";

    public async Task<PrinterFetch> FetchStateAsync(PrinterConnection connection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        using var device = new DeviceClient(DeviceMapping.Connection(connection, connection.Address), clock);
        var client = new LedmClient(device);
        var answers = new List<RawAnswer>();
        foreach (var path in Documents)
        {
            var reply = await client.GetAsync(path, cancellationToken);
            if (reply.Answer is { } answer)
                answers.Add(DeviceMapping.Raw(answer));
            // Not every device has every document; one that has none says so with the first.
            var failure = DeviceFailures.Of(reply, connection, path);
            if (failure is not null && (path == LedmPaths.Product || failure.Code is not (ReaderFailureCode.NotFound or ReaderFailureCode.LoginPage or ReaderFailureCode.DeviceError)))
                return new PrinterFetch(answers, DeviceMapping.Certificate(device.Certificate), failure);
        }

        return new PrinterFetch(answers, DeviceMapping.Certificate(device.Certificate), null);
    }

    public PrinterState InterpretState(IReadOnlyList<RawAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return new LedmInterpreter(answers).State();
    }

    public RawAnswer Withhold(RawAnswer answer, NamePrivacy privacy)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(privacy);
        return LedmNames.Withhold(answer, privacy);
    }
}
