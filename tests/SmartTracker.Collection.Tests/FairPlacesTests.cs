using CsCheck;
using SmartTracker.Collection.Collecting.Turns;
using SmartTracker.Collection.Domain;
using SmartTracker.TestHost;

namespace SmartTracker.Collection.Tests;

public class FairPlacesTests
{
    [Fact]
    public void One_tenant_alone_leaves_a_place_for_whoever_comes_next()
    {
        var places = new FairPlaces(4);
        var big = Enumerable.Range(0, 100).Select(_ => places.TakeAsync("big", 64, CancellationToken.None)).ToList();
        Assert.Equal(3, big.Count(IsServed));
        Assert.True(IsServed(places.TakeAsync("small", 4, CancellationToken.None)));
    }

    [Fact]
    public async Task A_free_place_goes_to_whoever_holds_the_fewest_however_long_the_others_have_waited()
    {
        var places = new FairPlaces(4);
        var big = Enumerable.Range(0, 100).Select(_ => places.TakeAsync("big", 64, CancellationToken.None)).ToList();
        var other = Enumerable.Range(0, 4).Select(_ => places.TakeAsync("other", 4, CancellationToken.None)).ToList();
        Assert.Equal((3, 1), (big.Count(IsServed), other.Count(IsServed)));

        (await big[0]).Dispose();
        await Eventually.IsTrueAsync(() => other.Count(IsServed) == 2);
        (await big[1]).Dispose();
        // One and two: now it is the big one's turn.
        await Eventually.IsTrueAsync(() => big.Count(IsServed) == 4);
        Assert.Equal(2, other.Count(IsServed));
    }

    [Fact]
    public async Task Who_gave_up_waiting_takes_nothing_and_a_place_is_given_back_once()
    {
        var places = new FairPlaces(1);
        var first = await places.TakeAsync("a", 1, CancellationToken.None);
        using var patience = new CancellationTokenSource();
        var impatient = places.TakeAsync("a", 1, patience.Token);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        first.Dispose();
        first.Dispose();
        using var second = await places.TakeAsync("b", 1, CancellationToken.None);
        Assert.False(IsServed(places.TakeAsync("c", 1, CancellationToken.None)));
    }

    /// <summary>Tenants come and go at random; at each moment nobody holds more than it may, and nobody waits while a place that it may have is free.</summary>
    [Fact]
    public void No_place_is_given_twice_and_none_stays_empty_while_somebody_may_have_it() =>
        Gen.Select(Gen.Int[1, 12], Gen.Select(Gen.Int[0, 4], Gen.Int[1, 6], Gen.Bool).Array[1, 200]).Sample((count, steps) =>
        {
            var places = new FairPlaces(count);
            var asked = new List<(int Tenant, Task<IDisposable> Place)>();
            var most = steps.GroupBy(step => step.Item1).ToDictionary(tenant => tenant.Key, tenant => tenant.First().Item2);
            foreach (var (tenant, _, takes) in steps)
            {
                if (takes)
                    asked.Add((tenant, places.TakeAsync(tenant.ToString(System.Globalization.CultureInfo.InvariantCulture), most[tenant], CancellationToken.None)));
                else if (asked.FindIndex(each => each.Tenant == tenant && IsServed(each.Place)) is >= 0 and var held)
                {
                    asked[held].Place.GetAwaiter().GetResult().Dispose();
                    asked.RemoveAt(held);
                }

                var mayHold = (int owner) => Math.Min(most[owner], Math.Max(1, count - count / 4));
                if (!SpinWait.SpinUntil(() => IsRight(asked, count, mayHold), TimeSpan.FromMinutes(1)))
                    return false;
            }

            return true;
        }, iter: 200);

    [Fact]
    public void The_dead_and_the_slow_never_keep_a_place_from_those_that_answer()
    {
        var turns = new VisitTurns(9);
        var doubtful = Enumerable.Range(0, 500).Select(number => turns.TakeAsync($"tenant {number % 50}", VisitLane.Doubtful, 4, CancellationToken.None)).ToList();
        Assert.Equal(3, doubtful.Count(IsServed));
        Assert.All(Enumerable.Range(0, 4), _ => Assert.True(IsServed(turns.TakeAsync("healthy", VisitLane.Prompt, 4, CancellationToken.None))));
    }

    private static bool IsRight(List<(int Tenant, Task<IDisposable> Place)> asked, int count, Func<int, int> mayHold)
    {
        var held = asked.Where(each => IsServed(each.Place)).CountBy(each => each.Tenant).ToDictionary();
        return held.Values.Sum() <= count
            && held.All(tenant => tenant.Value <= mayHold(tenant.Key))
            && (held.Values.Sum() == count || asked.All(each => IsServed(each.Place) || held.GetValueOrDefault(each.Tenant) == mayHold(each.Tenant)));
    }

    private static bool IsServed(Task place) => place.IsCompletedSuccessfully;
}
