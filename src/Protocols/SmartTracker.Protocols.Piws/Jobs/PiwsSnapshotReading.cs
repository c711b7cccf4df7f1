using System.Collections.Frozen;
using SmartTracker.Protocols.Piws.Xml;

namespace SmartTracker.Protocols.Piws.Jobs;

/// <summary>One pass over a document; holds what has been read so far, for the case that the document breaks off.</summary>
/// <param name="take">Gets each job as soon as it is whole.</param>
/// <param name="known">How many jobs at the beginning an earlier pass has already handed over.</param>
internal sealed class PiwsSnapshotReading(PiwsLimits limits, Action<PiwsJob> take, int known = 0)
{
    private const int HeaderElements = 1000;

    private static readonly string[] Header = ["ModificationNumber", "Status", "Timestamp"];

    private readonly PiwsProblems _problems = new(limits);
    private readonly PiwsElement _header = new();

    /// <summary>Every element that is looked at.</summary>
    public static FrozenSet<string> Names { get; } = PiwsJobMapper.Names.Concat(["JobQueueStatus", "NumberOfJobs", "Timestamp"]).ToFrozenSet();

    /// <summary>Null until the document turned out to be XML.</summary>
    public string? RootName { get; private set; }

    public int Jobs { get; private set; }

    /// <returns>False where the document is about something else.</returns>
    public bool Read(IXmlWalk walk, string root)
    {
        walk.Read();
        RootName = walk.Name;
        if (RootName != root)
            return false;

        var jobs = new PiwsElementReader(walk, limits);
        var mapper = new PiwsJobMapper(_problems, limits);
        while (walk.Read())
        {
            if (walk.Part != XmlPart.Start)
                continue;
            PiwsDepthException.Check(walk, limits);
            if (walk is { Depth: 1, Name: "Jobs" } or { Depth: 2, Name: "Job" })
                continue;
            if (walk.Depth == 3)
                ReadJob(walk.Name, jobs, mapper);
            else
                ReadHeader(walk);
        }

        return true;
    }

    public PiwsJobQueueSnapshot Snapshot(PiwsDefect? defect, string? detail)
    {
        var header = new PiwsValueReader(_header, null, _problems, limits);
        return new PiwsJobQueueSnapshot
        {
            ModificationNumber = header.Long("ModificationNumber"),
            QueueStatus = header.Below("Status").Text("JobQueueStatus"),
            NumberOfJobs = header.Below("Status").Int("NumberOfJobs"),
            Timestamp = header.Time("Timestamp"),
            Problems = _problems.List,
            Defect = defect,
            DefectDetail = detail,
        };
    }

    private void ReadJob(string name, PiwsElementReader jobs, PiwsJobMapper mapper)
    {
        if (jobs.Read(limits.ElementsPerJob) is not { } element)
            _problems.Add(null, name, PiwsProblemKind.JobTooLarge, null);
        else if (mapper.Map(element) is { } job && ++Jobs > known)
            take(job);
    }

    // Read into objects of their own: they stay.
    private void ReadHeader(IXmlWalk walk)
    {
        if (new PiwsElementReader(walk, limits).Read(HeaderElements, _header) is { } element && Header.Contains(element.Name) && _header.Child(element.Name) is null)
            _header.Add(element);
    }
}
