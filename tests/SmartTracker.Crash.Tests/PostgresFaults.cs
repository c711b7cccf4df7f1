namespace SmartTracker.Crash.Tests;

/// <summary>Between the host and PostgreSQL stands a proxy: it kills the host at a message, or lets COMMIT through and loses the answer, or loses COMMIT itself.</summary>
internal sealed class PostgresFaults : Faults
{
    private const int MostCommits = 4;

    private readonly PostgresProxy _proxy;

    public PostgresFaults(World world, Random random)
        : base(world, random) => _proxy = new PostgresProxy(world.ConnectionString!);

    protected override string ConnectionString => _proxy.ConnectionString;

    protected override async Task<string?> InterruptAtWriteAsync(HostProcess process)
    {
        var commit = 1 + Random.Next(MostCommits);
        var fault = Enum.GetValues<CommitFault>()[Random.Next(1, Enum.GetValues<CommitFault>().Length)];
        var happened = _proxy.Arm(fault, commit);
        await Task.WhenAny(happened, process.Ended);
        _proxy.Disarm();
        if (!happened.IsCompleted)
            return null;
        if (fault == CommitFault.Kill)
            return await process.KillAsync() ? $"killed at COMMIT {commit}" : null;

        // The host lives on and has to find out by itself what became of its commit; how it ends does not matter.
        await process.EndAsync();
        return fault == CommitFault.LoseAnswer ? $"COMMIT {commit} done, answer lost" : $"COMMIT {commit} lost";
    }

    public override async ValueTask DisposeAsync()
    {
        await _proxy.DisposeAsync();
        await base.DisposeAsync();
    }
}
