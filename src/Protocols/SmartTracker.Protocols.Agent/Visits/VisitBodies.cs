namespace SmartTracker.Protocols.Agent.Visits;

/// <summary>Reads the bodies that follow a visit's first line, in its order and within the limit.</summary>
internal sealed class VisitBodies(Stream unpacked, VisitLimits limits)
{
    private const int LongestPath = 4096;

    private long _left = limits.BodyBytes;

    public async Task<IReadOnlyList<VisitFetch>> ReadAsync(IReadOnlyList<FetchHeader> headers, CancellationToken cancellationToken)
    {
        var fetches = new List<VisitFetch>();
        foreach (var header in headers)
            fetches.Add(await ReadAsync(header ?? throw Holes(), cancellationToken));
        return fetches;
    }

    public async Task<VisitFetch> ReadAsync(FetchHeader header, CancellationToken cancellationToken)
    {
        var answers = new List<VisitAnswer>();
        if (header.Failure?.Arguments.Any(argument => argument is null) == true)
            throw Holes();
        foreach (var answer in header.Answers)
        {
            var path = PathOf(answer ?? throw Holes());
            answers.Add(new VisitAnswer(path, answer.ReceivedAt, answer.Status, answer.ContentType, answer.IsWhole, await BodyAsync(answer.Length, cancellationToken)));
        }

        return new VisitFetch(header.Protocol, answers, header.Certificate, header.Failure);
    }

    /// <summary>Nothing may follow. Reading to the end also makes gzip compare its check sum.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        if (await unpacked.ReadAsync(new byte[1], cancellationToken) != 0)
            throw new VisitFormatException("The visit is longer than its first line says.");
    }

    private async Task<byte[]> BodyAsync(int length, CancellationToken cancellationToken)
    {
        if (length < 0 || length > _left)
            throw new VisitFormatException("The visit is larger than what is accepted.");
        _left -= length;
        // Only as much memory as really arrives: a header may promise what never comes.
        using var body = new MemoryStream();
        var buffer = new byte[Math.Min(length, 64 * 1024)];
        while (body.Length < length)
        {
            var read = await unpacked.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, length - body.Length)), cancellationToken);
            if (read == 0)
                throw new EndOfStreamException();
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private static VisitFormatException Holes() => new("A list of the visit has an empty place.");

    // It is archived behind the printer's address, so it must not be able to name another one.
    private static string PathOf(AnswerHeader answer)
    {
        var path = answer.Path;
        var first = path.AsSpan(0, path.AsSpan().IndexOfAny('/', '?', '#') is var end and >= 0 ? end : path.Length);
        var isPath = path.Length is > 0 and <= LongestPath && path is not ['/', '/', ..] && !first.Contains(':') && !path.Contains('\\', StringComparison.Ordinal) && !path.Any(char.IsControl);
        return isPath ? path : throw new VisitFormatException("An answer stands at a path that is none.");
    }
}
