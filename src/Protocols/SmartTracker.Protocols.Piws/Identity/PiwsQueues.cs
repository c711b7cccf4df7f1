using SmartTracker.Protocols.Piws.Xml;

namespace SmartTracker.Protocols.Piws.Identity;

/// <param name="Id">Last segment of the queue's URI; changes at every restart of the printer.</param>
public sealed record PiwsQueue(string Id, string? Name, string? Type);

/// <summary>Reads <c>JobQueueCollection</c> (JSON; one queue as an object, several as an array).</summary>
public static class PiwsQueues
{
    private const int LongestId = 64;

    /// <returns>Null where the document is no such collection. A queue whose id could leave its path is left out.</returns>
    public static IReadOnlyList<PiwsQueue>? Parse(ReadOnlyMemory<byte> document)
    {
        if (PiwsJson.Read(document)?.Find("JobQueueCollection") is not { } collection)
            return null;

        return [.. collection.Children.Where(child => child.Name == "Queue")
            .Select(queue => new PiwsQueue(IdOf(queue), queue.Child("Name")?.Text, queue.Child("Type")?.Text))
            .Where(queue => IsId(queue.Id))];
    }

    /// <summary>The queue that prints, else the first.</summary>
    public static PiwsQueue? Printing(IReadOnlyList<PiwsQueue> queues) =>
        queues.FirstOrDefault(queue => queue.Type == "Print") ?? (queues.Count > 0 ? queues[0] : null);

    /// <summary>Only letters, digits and hyphens: it becomes part of an address.</summary>
    public static bool IsId(string id) => id.Length is > 0 and <= LongestId && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static string IdOf(PiwsElement queue) => queue.Child("URI")?.Text.TrimEnd('/').Split('/')[^1] ?? "";
}
