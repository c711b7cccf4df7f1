using Microsoft.Data.Sqlite;

namespace SmartTracker.Web.Demo;

/// <summary>Leaves SQLite files behind that any tool can copy or open: no pooled connection, an empty write-ahead log.</summary>
internal static class ClosedDatabases
{
    public static void Leave(string dataFolder)
    {
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(dataFolder, "*.db", SearchOption.AllDirectories))
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            command.ExecuteNonQuery();
        }
    }
}
