namespace SmartTracker.Agent.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("smarttracker-agent-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
