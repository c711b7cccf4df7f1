using System.Xml;
using SmartTracker.Protocols.Piws.Xml;

namespace SmartTracker.Protocols.Piws.Jobs;

/// <summary>One pass over a document; holds what has been read so far, for the case that the document breaks off.</summary>
internal sealed class PiwsSnapshotReading
{
    private const int HeaderElements = 1000;

    private readonly PiwsLimits _limits;
    private readonly PiwsProblems _problems;
    private readonly PiwsJobMapper _mapper;
    private readonly List<PiwsJob> _jobs = [];
    private readonly PiwsElement _header = new("JobQueueSnapshot");

    public PiwsSnapshotReading(PiwsLimits limits)
    {
        _limits = limits;
        _problems = new PiwsProblems(limits);
        _mapper = new PiwsJobMapper(_problems, limits);
    }

    /// <summary>Null until the document turned out to be XML.</summary>
    public string? RootName { get; private set; }

    /// <returns>False where the document is about something else.</returns>
    public bool Read(XmlReader reader, string root)
    {
        reader.MoveToContent();
        RootName = reader.LocalName;
        if (RootName != root)
            return false;

        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            PiwsDepthException.Check(reader, _limits);
            if (reader is { Depth: 1, LocalName: "Jobs" } || reader is { Depth: 2, LocalName: "Job" })
                continue;
            if (reader.Depth == 3)
                ReadJob(reader);
            else
                ReadHeader(reader);
        }

        return true;
    }

    public PiwsJobQueueSnapshot Snapshot(PiwsDefect? defect, string? detail)
    {
        var header = new PiwsValueReader(_header, null, _problems, _limits);
        return new PiwsJobQueueSnapshot
        {
            ModificationNumber = header.Long("ModificationNumber"),
            QueueStatus = header.Below("Status").Text("JobQueueStatus"),
            NumberOfJobs = header.Below("Status").Int("NumberOfJobs"),
            Timestamp = header.Time("Timestamp"),
            Jobs = _jobs,
            Problems = _problems.List,
            Defect = defect,
            DefectDetail = detail,
        };
    }

    private void ReadJob(XmlReader reader)
    {
        var name = reader.LocalName;
        if (PiwsXml.ReadElement(reader, _limits, _limits.ElementsPerJob) is not { } element)
            _problems.Add(null, name, PiwsProblemKind.JobTooLarge, null);
        else if (_mapper.Map(element) is { } job)
            _jobs.Add(job);
    }

    private void ReadHeader(XmlReader reader)
    {
        if (PiwsXml.ReadElement(reader, _limits, HeaderElements, _header) is { } element && _header.Child(element.Name) is null)
            _header.Add(element);
    }
}
