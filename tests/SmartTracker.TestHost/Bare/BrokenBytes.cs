namespace SmartTracker.TestHost;

/// <summary>What may happen to bytes on their way.</summary>
public static class BrokenBytes
{
    /// <summary>Every beginning of it, from nothing to all but the last byte.</summary>
    public static IEnumerable<byte[]> CutAnywhere(byte[] whole)
    {
        ArgumentNullException.ThrowIfNull(whole);
        return Enumerable.Range(0, whole.Length).Select(length => whole[..length]);
    }

    /// <summary>One change after the other. Kind 0 sets a byte, 1 takes it out, 2 puts one before it, 3 takes out as many as the value says.</summary>
    public static byte[] Changed(byte[] whole, IEnumerable<(int At, byte Value, int Kind)> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var bytes = whole.ToList();
        foreach (var (place, value, kind) in changes)
        {
            var at = place % Math.Max(1, bytes.Count);
            switch (kind)
            {
                case 0 when bytes.Count > 0:
                    bytes[at] = value;
                    break;
                case 1 when bytes.Count > 0:
                    bytes.RemoveAt(at);
                    break;
                case 2:
                    bytes.Insert(at, value);
                    break;
                case 3 when bytes.Count > at:
                    bytes.RemoveRange(at, Math.Min(value, bytes.Count - at));
                    break;
            }
        }

        return [.. bytes];
    }
}
