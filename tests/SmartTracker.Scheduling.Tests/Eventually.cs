using System.Diagnostics;

namespace SmartTracker.Scheduling.Tests;

/// <summary>Waits for what happens on another thread, at most half a minute.</summary>
internal static class Eventually
{
    public static async Task IsTrueAsync(Func<Task<bool>> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), "It did not happen within half a minute.");
            await Task.Delay(50);
        }
    }

    public static Task IsTrueAsync(Func<bool> condition) => IsTrueAsync(() => Task.FromResult(condition()));
}
