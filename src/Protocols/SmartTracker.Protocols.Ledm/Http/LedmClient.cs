using SmartTracker.Protocols.Http;

namespace SmartTracker.Protocols.Ledm.Http;

/// <summary>Asks for one document of a device. Returns bytes; parsing is another step.</summary>
public sealed class LedmClient(DeviceClient device)
{
    /// <param name="path">One of <see cref="LedmPaths"/>.</param>
    public Task<DeviceReply> GetAsync(string path, CancellationToken cancellationToken) => device.SendAsync(new DeviceRequest(path, "text/xml"), cancellationToken);
}
