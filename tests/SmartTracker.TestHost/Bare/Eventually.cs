using System.Diagnostics;

namespace SmartTracker.TestHost;

/// <summary>Waits for what happens on another thread or in another program: at most two minutes, because on a loaded machine it happens late.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <param name="said">What helps to understand why it did not happen.</param>
    public static async Task IsTrueAsync(Func<Task<bool>> condition, Func<string>? said = null)
    {
        ArgumentNullException.ThrowIfNull(condition);
        for (var watch = Stopwatch.StartNew(); !await condition(); await Task.Delay(20))
        {
            if (watch.Elapsed > Patience)
                throw new TimeoutException($"It did not happen within {Patience}. {said?.Invoke()}");
        }
    }

    public static Task IsTrueAsync(Func<bool> condition, Func<string>? said = null) => IsTrueAsync(() => Task.FromResult(condition()), said);

    /// <summary>What there is at last, where until then there is nothing.</summary>
    public static async Task<T> IsThereAsync<T>(Func<Task<T?>> find, Func<string>? said = null)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(find);
        T? found = null;
        await IsTrueAsync(async () => (found = await find()) is not null, said);
        return found!;
    }
}
