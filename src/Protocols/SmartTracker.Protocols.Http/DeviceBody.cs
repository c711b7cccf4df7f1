namespace SmartTracker.Protocols.Http;

/// <summary>What of a body arrived, and why it is not all.</summary>
internal sealed record DeviceBody(byte[] Bytes, DeviceFailure? Failure)
{
    private const int BufferSize = 16 * 1024;

    public static async Task<DeviceBody> ReadAsync(HttpContent content, int maximumBytes, CancellationToken cancellationToken)
    {
        using var received = new MemoryStream();
        DeviceFailure? failure = null;
        try
        {
            await using var stream = await content.ReadAsStreamAsync(cancellationToken);
            var buffer = new byte[BufferSize];
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
            {
                var room = maximumBytes - (int)received.Length;
                received.Write(buffer, 0, Math.Min(read, room));
                if (read > room)
                    return new DeviceBody(received.ToArray(), new DeviceFailure(DeviceFailureKind.TooLarge));
            }
        }
        catch (OperationCanceledException)
        {
            failure = new DeviceFailure(DeviceFailureKind.TimedOut);
        }
        catch (InvalidDataException)
        {
            failure = new DeviceFailure(DeviceFailureKind.NotUnderstood);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            failure = new DeviceFailure(DeviceFailureKind.Incomplete);
        }

        return new DeviceBody(received.ToArray(), failure);
    }
}
