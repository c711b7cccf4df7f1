namespace SmartTracker.Protocols.Piws.Http;

/// <summary>What of a body arrived, and why it is not all.</summary>
internal sealed record PiwsBody(byte[] Bytes, PiwsFailure? Failure)
{
    private const int BufferSize = 16 * 1024;

    public static async Task<PiwsBody> ReadAsync(HttpContent content, int maximumBytes, CancellationToken cancellationToken)
    {
        using var received = new MemoryStream();
        PiwsFailure? failure = null;
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
                    return new PiwsBody(received.ToArray(), new PiwsFailure(PiwsFailureKind.TooLarge));
            }
        }
        catch (OperationCanceledException)
        {
            failure = new PiwsFailure(PiwsFailureKind.TimedOut);
        }
        catch (InvalidDataException)
        {
            failure = new PiwsFailure(PiwsFailureKind.NotPiws);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            failure = new PiwsFailure(PiwsFailureKind.Incomplete);
        }

        return new PiwsBody(received.ToArray(), failure);
    }
}
