namespace SmartTracker.Abstractions.Data;

public enum DatabaseEngine
{
    Sqlite,
    Postgres,
}
