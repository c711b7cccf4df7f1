namespace SmartTracker.Scheduling;

/// <summary>Where the queue of background jobs lives. What is due is in the database either way; in memory only the queue is.</summary>
internal enum SchedulingStorage
{
    InMemory,
    Postgres,
}
