using System.Runtime.InteropServices;
using System.Xml;
using SmartTracker.Protocols.Piws.Xml;

namespace SmartTracker.Protocols.Piws.Jobs;

/// <summary>Reads a <c>JobQueueSnapshot</c> (PIWS 2.0) job by job. Tolerant: unknown elements are passed over, missing ones are null.
/// A broken document gives the jobs before the break; only a broken stream throws.</summary>
public sealed class PiwsJobQueueParser
{
    private const string Root = "JobQueueSnapshot";
    private readonly PiwsLimits _limits;

    public PiwsJobQueueParser(PiwsLimits? limits = null) => _limits = limits ?? PiwsLimits.Default;

    public PiwsJobQueueSnapshot Parse(ReadOnlyMemory<byte> document)
    {
        using var stream = MemoryMarshal.TryGetArray(document, out var bytes)
            ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
            : new MemoryStream(document.ToArray(), writable: false);
        return Parse(stream);
    }

    public PiwsJobQueueSnapshot Parse(Stream stream)
    {
        var jobs = new List<PiwsJob>();
        return Parse(stream, jobs.Add) with { Jobs = jobs };
    }

    /// <summary>Hands each job over as soon as it is whole, and keeps none: memory does not grow with the document.</summary>
    /// <param name="take">Called in the order of the document.</param>
    /// <returns>Everything but the jobs.</returns>
    public PiwsJobQueueSnapshot Parse(Stream stream, Action<PiwsJob> take)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(take);
        // To look a second time needs a stream that can go back.
        if (!stream.CanSeek)
            return ParseAny(stream, new PiwsSnapshotReading(_limits, take));

        var start = stream.Position;
        var plain = new PiwsSnapshotReading(_limits, take);
        try
        {
            using var walk = PlainXmlWalk.Open(stream, _limits, PiwsSnapshotReading.Names);
            return Read(plain, walk);
        }
        catch (NotPlainXmlException)
        {
            stream.Position = start;
            return ParseAny(stream, new PiwsSnapshotReading(_limits, take, known: plain.Jobs));
        }
    }

    private PiwsJobQueueSnapshot ParseAny(Stream stream, PiwsSnapshotReading reading)
    {
        using var watched = new WatchedStream(stream);
        try
        {
            using var walk = new XmlReaderWalk(watched, _limits, PiwsSnapshotReading.Names);
            return Read(reading, walk);
        }
        catch (XmlException exception)
        {
            return reading.Snapshot(Defect(watched, reading), exception.Message);
        }
    }

    private static PiwsJobQueueSnapshot Read(PiwsSnapshotReading reading, IXmlWalk walk)
    {
        try
        {
            return reading.Read(walk, Root) ? reading.Snapshot(null, null) : reading.Snapshot(PiwsDefect.NotAJobQueue, reading.RootName);
        }
        catch (PiwsDepthException exception)
        {
            return reading.Snapshot(PiwsDefect.TooDeep, exception.Message);
        }
    }

    private PiwsDefect Defect(WatchedStream watched, PiwsSnapshotReading reading) =>
        watched.Count > _limits.DocumentCharacters ? PiwsDefect.TooLarge
        : reading.RootName is null ? PiwsDefect.NotXml
        : watched.EndsWithEndOf(Root) ? PiwsDefect.NotWellFormed
        : PiwsDefect.CutOff;
}
