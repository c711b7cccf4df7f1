using Npgsql;

namespace SmartTracker.TestHost;

/// <summary>The PostgreSQL server that <c>build.sh</c> starts for the tests.</summary>
public static class Postgres
{
    public static string Server { get; } = Environment.GetEnvironmentVariable("SMARTTRACKER_TEST_POSTGRES")
        ?? throw new InvalidOperationException("SMARTTRACKER_TEST_POSTGRES is not set. Run the tests through ./build.sh, or set it to a connection string of a PostgreSQL server that may create databases.");

    public static void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(Server);
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names are made by the test host itself.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
