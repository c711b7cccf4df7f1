using SmartTracker.Protocols.Http;

namespace SmartTracker.Protocols.Ews.Http;

/// <summary>Asks the embedded web server of one printer, for one visit. Returns bytes; parsing is another step.</summary>
public sealed class EwsClient(DeviceClient device)
{
    // What browsers ask with; a printer may look at it.
    private const string AnyType = "*/*";

    /// <param name="fragment">Is not sent; stands in the answer's path.</param>
    public Task<DeviceReply> AccountingExportAsync(string fragment, CancellationToken cancellationToken) => GetAsync(EwsPaths.AccountingExport, fragment, cancellationToken);

    /// <inheritdoc cref="AccountingExportAsync"/>
    public Task<DeviceReply> AccountingPageAsync(string fragment, CancellationToken cancellationToken) => GetAsync(EwsPaths.AccountingPage, fragment, cancellationToken);

    private Task<DeviceReply> GetAsync(string path, string fragment, CancellationToken cancellationToken) =>
        device.SendAsync(new DeviceRequest(fragment.Length == 0 ? path : $"{path}#{fragment}", AnyType) { IsPage = true }, cancellationToken);
}
