namespace SmartTracker.Protocols.Agent;

/// <summary>Where the host answers agents, below the tenant's address.</summary>
public static class AgentPaths
{
    public const string Root = "api/agent/v1/";
    public const string Enrolments = "enrolments";
    public const string Report = "report";
    public const string Plan = "plan";
    public const string Visits = "visits";

    /// <summary>Header of the question for a plan: what the agent can do that not every version could, apart by blanks.</summary>
    public const string Abilities = "SmartTracker-Abilities";

    /// <summary>Among the abilities: it takes names out as the plan says, before it keeps anything.</summary>
    public const string WithholdsNames = "withholds-names";

    /// <summary>Of a packed visit.</summary>
    public const string VisitType = "application/vnd.smarttracker.visit+gzip";

    /// <summary>Type of the problem that says that a visit will never be taken, however often it is sent.</summary>
    public const string Refused = "urn:smarttracker:visit-refused";

    /// <summary>Type of the problem that says that the key lets nobody in any more. Without it a 401 may come from somebody in between.</summary>
    public const string KeyRefused = "urn:smarttracker:agent-key-refused";
}
