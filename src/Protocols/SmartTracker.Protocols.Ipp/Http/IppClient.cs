using SmartTracker.Protocols.Http;
using SmartTracker.Protocols.Ipp.Codec;
using SmartTracker.Protocols.Ipp.Messages;

namespace SmartTracker.Protocols.Ipp.Http;

/// <summary>Asks one printer, for one visit. Returns bytes with what was read of them; what the attributes mean is another step.</summary>
/// <param name="printer">Its <c>ipp</c> or <c>ipps</c> address with port and path, which every request names.</param>
/// <param name="connection">The same place as http or https.</param>
public sealed class IppClient(Uri printer, DeviceConnection connection, TimeProvider clock) : IDisposable
{
    private const string MediaType = "application/ipp";

    private readonly DeviceClient _device = new(connection, clock);

    /// <summary>Null before the first connection, and without TLS.</summary>
    public DeviceCertificate? Certificate => _device.Certificate;

    /// <summary>True once the printer asked for the password and took it.</summary>
    public bool PasswordAccepted => _device.PasswordAccepted;

    public Task<IppReply> PrinterAttributesAsync(IReadOnlyList<string> attributes, string name, CancellationToken cancellationToken) =>
        SendAsync(IppRequests.GetPrinterAttributes(printer, attributes), name, cancellationToken);

    public Task<IppReply> CompletedJobsAsync(int limit, IReadOnlyList<string> attributes, string name, CancellationToken cancellationToken) =>
        SendAsync(IppRequests.GetCompletedJobs(printer, limit, attributes), name, cancellationToken);

    public Task<IppReply> JobAttributesAsync(int jobId, IReadOnlyList<string> attributes, string name, CancellationToken cancellationToken) =>
        SendAsync(IppRequests.GetJobAttributes(printer, jobId, attributes), name, cancellationToken);

    public void Dispose() => _device.Dispose();

    /// <param name="name">Stands as fragment in the answer's path: one path serves all operations.</param>
    private async Task<IppReply> SendAsync(IppMessage request, string name, CancellationToken cancellationToken)
    {
        var path = $"{printer.AbsolutePath}#{name}";
        var reply = await SendOnceAsync(request, path, cancellationToken);
        // A printer names the version it speaks in the answer (RFC 8011 §4.1.8).
        return reply.Message is { Code: IppStatus.VersionNotSupported, Version: var spoken } && spoken != request.Version
            ? await SendOnceAsync(request with { Version = spoken }, path, cancellationToken)
            : reply;
    }

    private async Task<IppReply> SendOnceAsync(IppMessage request, string path, CancellationToken cancellationToken)
    {
        var reply = await _device.SendAsync(new DeviceRequest(path, MediaType, IppEncoder.Encode(request)), cancellationToken);
        var reading = reply is { Failure: null, Answer: { } answer } ? IppDecoder.Decode(answer.Body) : null;
        return new IppReply(reply, reading);
    }
}

/// <param name="Reading">Null where no answer came, or none with status 200.</param>
public sealed record IppReply(DeviceReply Reply, IppReading? Reading)
{
    public IppMessage? Message => Reading?.Message;
}
