using SmartTracker.Abstractions.Data;

namespace SmartTracker.TestHost;

/// <summary>Theory data: the same test on both databases. Use as <c>[Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]</c>.</summary>
public static class Engines
{
    public static IEnumerable<object[]> Both => [[DatabaseEngine.Sqlite], [DatabaseEngine.Postgres]];
}
