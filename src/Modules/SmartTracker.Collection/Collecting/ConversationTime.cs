namespace SmartTracker.Collection.Collecting;

/// <summary>The time for the whole conversation with one printer: it ends with it, however short the pauses and however many the questions.</summary>
public sealed class ConversationTime(TimeProvider time, TimeSpan whole)
{
    // Less is no use to anybody.
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    private readonly long _began = time.GetTimestamp();

    public TimeSpan Taken => time.GetElapsedTime(_began);

    public bool IsOver => whole - Taken < Least;

    /// <summary>For the next question, in whole seconds.</summary>
    public TimeSpan Left => IsOver ? Least : TimeSpan.FromSeconds(Math.Ceiling((whole - Taken).TotalSeconds));
}
