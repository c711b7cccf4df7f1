namespace SmartTracker.ComputeBench;

/// <summary>The most that the heap grew over what it was at the beginning, garbage included.</summary>
internal sealed class HeapPeak
{
    private const int Every = 256;

    private readonly long _before = GC.GetTotalMemory(forceFullCollection: true);
    private int _looks;

    public long Bytes { get; private set; }

    /// <summary>Cheap enough to be called for each job.</summary>
    public void Look()
    {
        if (_looks++ % Every == 0)
            Bytes = Math.Max(Bytes, GC.GetTotalMemory(forceFullCollection: false) - _before);
    }
}
