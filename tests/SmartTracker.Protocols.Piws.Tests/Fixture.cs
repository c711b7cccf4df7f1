namespace SmartTracker.Protocols.Piws.Tests;

internal static class Fixture
{
    /// <summary>Our own document in the shape of a captured one.</summary>
    public static string OwnPath { get; } = Path.Combine(AppContext.BaseDirectory, "Fixtures", "job-queue-snapshot.xml");

    public static byte[] JobQueue { get; } = File.ReadAllBytes(OwnPath);

    /// <summary>Recorded answers of real printers that may not be copied into this project, where SMARTTRACKER_FIXTURES names their folder.</summary>
    public static IEnumerable<string> RecordedJobQueues() =>
        Environment.GetEnvironmentVariable("SMARTTRACKER_FIXTURES") is { Length: > 0 } folder
            ? Directory.GetFiles(Path.Combine(folder, "devices"), "freeglaz_z9_jobs_all_*.xml")
            : [];
}
