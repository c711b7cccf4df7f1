using SmartTracker.Protocols.Http;
using SmartTracker.Protocols.Piws.Identity;

namespace SmartTracker.Protocols.Piws.Http;

/// <summary>Asks one printer over HTTPS, for one visit. Returns bytes; parsing is another step.</summary>
public sealed class PiwsClient : IDisposable
{
    private const string Root = "/LFPWebServices/PI/";

    private readonly DeviceClient _device;

    /// <exception cref="ArgumentException">The address is not https.</exception>
    public PiwsClient(DeviceConnection connection, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(connection);
        if (connection.Address.Scheme != Uri.UriSchemeHttps)
            throw new ArgumentException($"PIWS is spoken over https, not over {connection.Address.Scheme}.", nameof(connection));
        _device = new DeviceClient(connection, clock);
    }

    /// <summary>Null before the first connection.</summary>
    public DeviceCertificate? Certificate => _device.Certificate;

    /// <summary>True once the printer asked for the password and took it.</summary>
    public bool PasswordAccepted => _device.PasswordAccepted;

    public static string JobsPath(string queue, long fromModificationNumber) =>
        PiwsQueues.IsId(queue)
            ? $"{Root}JQ/JobQueue/{queue}/jobs/all?fromModificationNumber={fromModificationNumber}"
            : throw new ArgumentException($"'{queue}' is not a queue id.", nameof(queue));

    public Task<DeviceReply> IdentificationAsync(CancellationToken cancellationToken) => GetAsync(Root + "Identification.xml", "text/xml", cancellationToken);

    public Task<DeviceReply> QueuesAsync(CancellationToken cancellationToken) => GetAsync(Root + "JQ/JobQueueCollection", "application/json", cancellationToken);

    /// <param name="fromModificationNumber">0 is everything; more is what changed after it.</param>
    public Task<DeviceReply> JobsAsync(string queue, long fromModificationNumber, CancellationToken cancellationToken) =>
        GetAsync(JobsPath(queue, fromModificationNumber), "text/xml", cancellationToken);

    /// <summary>The page that a printer with an admin password gives only to the administrator.</summary>
    public Task<DeviceReply> SettingsAsync(CancellationToken cancellationToken) => GetAsync(Root + "Settings", "text/xml", cancellationToken);

    /// <param name="path">One of <see cref="State.PiwsStatePaths"/>.</param>
    public Task<DeviceReply> StateAsync(string path, CancellationToken cancellationToken) =>
        GetAsync(path, path.EndsWith(".xml", StringComparison.Ordinal) ? "text/xml" : "application/json", cancellationToken);

    public void Dispose() => _device.Dispose();

    private Task<DeviceReply> GetAsync(string path, string accept, CancellationToken cancellationToken) =>
        _device.SendAsync(new DeviceRequest(path, accept), cancellationToken);
}
