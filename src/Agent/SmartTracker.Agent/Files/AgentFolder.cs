using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SmartTracker.Agent.Files;

/// <summary>The agent's data folder and what lies in it.</summary>
public sealed class AgentFolder(string path)
{
    private static readonly byte[] KeyPurpose = "agent key"u8.ToArray();
    private static readonly byte[] PlanPurpose = "plan"u8.ToArray();

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string SettingsFile => In("agent.json");

    public string Outbox => In("outbox");

    private string SealFile => In("seal.key");

    private string KeyFile => In("agent.key");

    private string PlanFile => In("plan");

    private string ConditionFile => In("status.json");

    public bool IsEnrolled => File.Exists(SettingsFile);

    /// <summary>Keeps what the host gave. The settings come last: with them the agent is enrolled.</summary>
    public void Enrol(AgentSettings settings, string key)
    {
        PrivateFolder.Create(Path);
        File.Delete(PlanFile);
        PrivateFolder.Write(KeyFile, Seal.Create(SealFile).Close(Encoding.UTF8.GetBytes(key), KeyPurpose));
        PrivateFolder.Write(SettingsFile, JsonSerializer.SerializeToUtf8Bytes(settings, LocalJson.Default.AgentSettings));
    }

    /// <exception cref="AgentException">It is not there or nobody can read it.</exception>
    public AgentSettings ReadSettings()
    {
        if (!IsEnrolled)
            throw new AgentException($"No agent is enrolled in {Path}. Get a token from the site's pages and enter: smarttracker-agent enroll --server https://… --token ste_…");
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(SettingsFile), LocalJson.Default.AgentSettings) ?? throw new AgentException($"{SettingsFile} is empty.");
        }
        catch (JsonException exception)
        {
            throw new AgentException($"{SettingsFile} cannot be read: {exception.Message}");
        }
    }

    /// <exception cref="AgentException">It was changed or belongs to another computer.</exception>
    public string ReadKey()
    {
        try
        {
            return Encoding.UTF8.GetString(Seal.Open(SealFile).Open(File.ReadAllBytes(KeyFile), KeyPurpose));
        }
        catch (Exception exception) when (exception is CryptographicException or FileNotFoundException)
        {
            throw new AgentException($"The agent's key in {Path} cannot be opened ({exception.Message}). Enrol the agent anew.");
        }
    }

    /// <summary>Null where there is none, or none that can be opened: the host gives another.</summary>
    public StoredPlan? ReadPlan()
    {
        try
        {
            return File.Exists(PlanFile) ? JsonSerializer.Deserialize(Seal.Open(SealFile).Open(File.ReadAllBytes(PlanFile), PlanPurpose), LocalJson.Default.StoredPlan) : null;
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException or FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Sealed: it holds the printers' passwords.</summary>
    public void WritePlan(StoredPlan plan) =>
        PrivateFolder.Write(PlanFile, Seal.Open(SealFile).Close(JsonSerializer.SerializeToUtf8Bytes(plan, LocalJson.Default.StoredPlan), PlanPurpose));

    public void DeletePlan() => File.Delete(PlanFile);

    public void WriteCondition(AgentCondition condition) =>
        PrivateFolder.Write(ConditionFile, JsonSerializer.SerializeToUtf8Bytes(condition, LocalJson.Default.AgentCondition));

    public AgentCondition? ReadCondition()
    {
        try
        {
            return File.Exists(ConditionFile) ? JsonSerializer.Deserialize(File.ReadAllBytes(ConditionFile), LocalJson.Default.AgentCondition) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>One agent at a time: two would ask each printer twice.</summary>
    /// <exception cref="AgentException">Another one runs.</exception>
    public IDisposable Claim()
    {
        try
        {
            var options = PrivateFolder.Options();
            options.Mode = FileMode.OpenOrCreate;
            return new FileStream(In("running"), options);
        }
        catch (IOException)
        {
            throw new AgentException($"An agent runs in {Path} already. Stop it first.");
        }
    }

    /// <summary>Whether an agent runs on this folder now.</summary>
    public bool IsClaimed()
    {
        try
        {
            Claim().Dispose();
            return false;
        }
        catch (AgentException)
        {
            return true;
        }
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);
}

/// <summary>Ends a command with one sentence.</summary>
public sealed class AgentException(string message, int exitCode = 1) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
