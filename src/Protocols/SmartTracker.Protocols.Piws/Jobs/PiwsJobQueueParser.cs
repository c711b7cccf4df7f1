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
        using var stream = new MemoryStream(document.ToArray(), writable: false);
        return Parse(stream);
    }

    public PiwsJobQueueSnapshot Parse(Stream stream)
    {
        using var watched = new WatchedStream(stream);
        var reading = new PiwsSnapshotReading(_limits);
        try
        {
            using var reader = PiwsXml.Open(watched, _limits);
            return reading.Read(reader, Root) ? reading.Snapshot(null, null) : reading.Snapshot(PiwsDefect.NotAJobQueue, reading.RootName);
        }
        catch (PiwsDepthException exception)
        {
            return reading.Snapshot(PiwsDefect.TooDeep, exception.Message);
        }
        catch (XmlException exception)
        {
            return reading.Snapshot(Defect(watched, reading), exception.Message);
        }
    }

    private PiwsDefect Defect(WatchedStream watched, PiwsSnapshotReading reading) =>
        watched.Count > _limits.DocumentCharacters ? PiwsDefect.TooLarge
        : reading.RootName is null ? PiwsDefect.NotXml
        : watched.EndsWithEndOf(Root) ? PiwsDefect.NotWellFormed
        : PiwsDefect.CutOff;
}
