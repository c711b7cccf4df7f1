namespace SmartTracker.PrinterReaders.Tests;

internal static class Fixture
{
    /// <summary>Our own document in the shape of a captured one.</summary>
    public static byte[] JobQueue { get; } = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "job-queue-snapshot.xml"));

    /// <summary>What a real DesignJet Z9 answered; may not be copied into this project, so it is read from where SMARTTRACKER_FIXTURES says.</summary>
    public static string? Z9() =>
        Environment.GetEnvironmentVariable("SMARTTRACKER_FIXTURES") is { Length: > 0 } folder
            ? Path.Combine(folder, "devices", "freeglaz_z9_jobs_all_sample.xml")
            : null;
}
