using System.IO.Compression;
using System.Text.Json;

namespace SmartTracker.Protocols.Agent.Visits;

/// <summary>Packs and unpacks visits: gzip over a line of JSON and the bodies.</summary>
public static class VisitFormat
{
    internal const int Version = 1;
    private const byte LineFeed = (byte)'\n';

    /// <exception cref="VisitFormatException">The visit is larger than the limits: its reader would refuse it.</exception>
    public static async Task WriteAsync(AgentVisit visit, Stream target, VisitLimits limits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(limits);
        var answers = visit.States.Prepend(visit.Jobs).SelectMany(fetch => fetch.Answers).ToList();
        var header = JsonSerializer.SerializeToUtf8Bytes(VisitHeader.Of(visit), VisitJson.Default.VisitHeader);
        if (header.Length > limits.HeaderBytes || answers.Sum(answer => (long)answer.Body.Length) > limits.BodyBytes)
            throw new VisitFormatException("The visit is larger than what is accepted.");

        await using var packed = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true);
        await packed.WriteAsync(header, cancellationToken);
        packed.WriteByte(LineFeed);
        foreach (var answer in answers)
            await packed.WriteAsync(answer.Body, cancellationToken);
    }

    /// <exception cref="VisitFormatException">It is not a visit, not whole, or larger than the limits.</exception>
    public static async Task<AgentVisit> ReadAsync(Stream source, VisitLimits limits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(limits);
        try
        {
            await using var unpacked = new GZipStream(source, CompressionMode.Decompress, leaveOpen: true);
            var header = await ReadHeaderAsync(unpacked, limits, cancellationToken);
            var bodies = new VisitBodies(unpacked, limits);
            var visit = new AgentVisit
            {
                Id = header.Id,
                PrinterId = header.PrinterId,
                Address = header.Address,
                StartedAt = header.StartedAt,
                After = header.After,
                Jobs = await bodies.ReadAsync(header.Jobs, cancellationToken),
                States = await bodies.ReadAsync(header.States, cancellationToken),
            };
            await bodies.EndAsync(cancellationToken);
            return visit;
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw new VisitFormatException("The visit is damaged or broke off.", exception);
        }
    }

    /// <summary>Only what an agent has to know of its own visit after a restart.</summary>
    /// <exception cref="VisitFormatException">It is not a visit.</exception>
    public static async Task<(Guid PrinterId, DateTimeOffset StartedAt, VisitMark After)> ReadMarkAsync(
        Stream source, VisitLimits limits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(limits);
        try
        {
            await using var unpacked = new GZipStream(source, CompressionMode.Decompress, leaveOpen: true);
            var header = await ReadHeaderAsync(unpacked, limits, cancellationToken);
            return (header.PrinterId, header.StartedAt, header.After);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw new VisitFormatException("The visit is damaged or broke off.", exception);
        }
    }

    private static async Task<VisitHeader> ReadHeaderAsync(Stream unpacked, VisitLimits limits, CancellationToken cancellationToken)
    {
        using var line = new MemoryStream();
        var one = new byte[1];
        while (true)
        {
            await unpacked.ReadExactlyAsync(one, cancellationToken);
            if (one[0] == LineFeed)
                break;
            if (line.Length == limits.HeaderBytes)
                throw new VisitFormatException("The first line is longer than what is accepted.");
            line.WriteByte(one[0]);
        }

        try
        {
            var header = JsonSerializer.Deserialize(line.GetBuffer().AsSpan(0, (int)line.Length), VisitJson.Default.VisitHeader);
            return header is { Version: Version, Address.IsAbsoluteUri: true, After.Address.IsAbsoluteUri: true } ? header : throw new VisitFormatException("The first line is not that of a visit that is known here; perhaps one side has to be updated.");
        }
        catch (JsonException exception)
        {
            throw new VisitFormatException("The first line is not that of a visit.", exception);
        }
    }
}

/// <summary>How much of a visit is accepted.</summary>
/// <param name="BodyBytes">All answers together, unpacked.</param>
public sealed record VisitLimits(int HeaderBytes, int BodyBytes)
{
    public static VisitLimits Usual { get; } = new(4 * 1024 * 1024, 96 * 1024 * 1024);
}

/// <summary>What was sent is no visit that could be taken, now or later.</summary>
public sealed class VisitFormatException(string message, Exception? inner = null) : Exception(message, inner);
