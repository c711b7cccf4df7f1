namespace SmartTracker.Collection.Domain;

/// <summary>Whose numbers a job's id is one of: a printer's protocol by its name, or one of these.</summary>
public static class JobSource
{
    /// <summary>Another program, or a file.</summary>
    public const string Import = "import";

    /// <summary>A person entered what a counter counted beyond all jobs.</summary>
    public const string Counter = "counter";
}
