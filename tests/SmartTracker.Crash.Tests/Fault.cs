using System.Globalization;

namespace SmartTracker.Crash.Tests;

/// <summary>What happens around a COMMIT.</summary>
internal enum FaultKind
{
    /// <summary>The host is killed before COMMIT reaches the database.</summary>
    KillBefore,

    /// <summary>COMMIT is done, and the host is killed before it learns of it.</summary>
    KillAfter,

    /// <summary>The host learned of its COMMIT and is killed a moment later, in the middle of whatever it does next.</summary>
    KillLater,

    /// <summary>COMMIT never arrives and the connection is cut; the host lives and does not know. Needs a connection, so not on SQLite.</summary>
    LoseCommit,

    /// <summary>COMMIT is done, its answer is lost and the connection is cut; the host lives and does not know. Needs a connection, so not on SQLite.</summary>
    LoseAnswer,
}

/// <param name="Commit">Counted from the start of the process, from 1.</param>
/// <param name="Milliseconds">For <see cref="FaultKind.KillLater"/>.</param>
internal readonly record struct Fault(FaultKind Kind, int Commit, int Milliseconds)
{
    private const int Longest = 40;

    public bool KeepsCommit => Kind is FaultKind.KillAfter or FaultKind.KillLater or FaultKind.LoseAnswer;

    public static Fault Any(Random random, IReadOnlyList<FaultKind> kinds, int commits) =>
        new(kinds[random.Next(kinds.Count)], 1 + random.Next(commits), random.Next(Longest));

    public static Fault Parse(string text)
    {
        var parts = text.Split(' ');
        return new(Enum.Parse<FaultKind>(parts[0]), int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind} {Commit} {Milliseconds}");
}
