using SmartTracker.PrinterReaders.Http;
using SmartTracker.Protocols.Ews.Accounting;
using SmartTracker.Protocols.Ews.Http;
using SmartTracker.Protocols.Http;
using SmartTracker.Protocols.Ledm.Http;

namespace SmartTracker.PrinterReaders.Ews;

/// <summary>One visit to a printer: who it is, and its accounting, as export or else as page. Ends at the first failure that the other way does not mend.</summary>
internal sealed class EwsVisit(DeviceClient device, PrinterConnection connection, CancellationToken cancellationToken)
{
    private readonly List<RawAnswer> _answers = [];
    private readonly EwsClient _ews = new(device);

    public IReadOnlyList<RawAnswer> Answers => _answers;

    public ReaderFailure? Failure { get; private set; }

    public async Task CollectAsync(string? cursor)
    {
        await IdentifyAsync();
        if (Failure is null)
            await AccountAsync(new EwsAsked(connection.TimeZone, EwsCursor.Parse(cursor)).ToString());
    }

    private async Task IdentifyAsync()
    {
        Keep(await device.SendAsync(new DeviceRequest(EwsIdentity.PiwsPath, "text/xml"), cancellationToken));
        if (IsThereAnotherWay && EwsIdentity.Of(_answers) is null)
            Keep(await new LedmClient(device).GetAsync(LedmPaths.Product, cancellationToken));
        if (Failure is null && EwsIdentity.Of(_answers) is null)
            Failure = new ReaderFailure(ReaderFailureCode.Nonsense, LedmPaths.Product);
    }

    private async Task AccountAsync(string asked)
    {
        Keep(await _ews.AccountingExportAsync(asked, cancellationToken));
        var isList = Failure is null && EwsInterpreter.Parse(_answers[^1]).Defect is not (EwsDefect.NotAccounting or EwsDefect.Damaged);
        if (!isList && IsThereAnotherWay)
            Keep(await _ews.AccountingPageAsync(asked, cancellationToken));
    }

    /// <summary>The printer answered, only not what was asked for.</summary>
    private bool IsThereAnotherWay =>
        Failure?.Code is null or ReaderFailureCode.NotFound or ReaderFailureCode.LoginPage or ReaderFailureCode.Redirected or ReaderFailureCode.DeviceError or ReaderFailureCode.TooLarge;

    private void Keep(DeviceReply reply)
    {
        if (reply.Answer is { } answer)
            _answers.Add(DeviceMapping.Raw(answer));
        Failure = EwsFailures.Of(reply, connection, reply.Answer?.Path.Split('#')[0] ?? "");
    }
}
