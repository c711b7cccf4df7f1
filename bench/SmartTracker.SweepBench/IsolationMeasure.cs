namespace SmartTracker.SweepBench;

/// <summary>How late healthy printers of small tenants are read where three in ten printers are dead, one in ten is slow without end and one tenant
/// owns nine in ten, against the same printers while all are healthy: healthy, sick, healthy, one after the other.</summary>
internal static class IsolationMeasure
{
    private const double Goal = 1.10;
    private const int HealthyRounds = 6;
    private const int SickRounds = 11;

    public static async Task<int> RunAsync(int printers)
    {
        var sick = Fleet.OfTenants(printers, isSick: true);
        // Measured is who is healthy in both.
        var measured = sick.Printers.Where(printer => printer.IsHealthy && printer.Tenant != Fleet.Big).Select(printer => printer.Port).ToHashSet();
        var before = await RoundsAsync("healthy", Fleet.OfTenants(printers, isSick: false), HealthyRounds);
        var during = await RoundsAsync("sick", sick, SickRounds);
        var after = await RoundsAsync("healthy", Fleet.OfTenants(printers, isSick: false), HealthyRounds);

        // Nothing is compiled yet in the first round of all.
        var healthy = Lateness.Of([.. before.Where(visit => visit.Round > 0), .. after.Where(visit => visit.Round > 0)], measured);
        var outage = Lateness.Of([.. during.Where(visit => visit.Round == 0)], measured);
        var known = Lateness.Of([.. during.Where(visit => visit.Round > 0)], measured);
        var ratio = known.P99 / healthy.P99;
        var wanted = measured.Count * (SickRounds - 1);
        Console.WriteLine($"""
            Isolation: {printers:N0} printers, {printers * 9 / 10:N0} of them one tenant's; all are due every {Rounds.Every.TotalSeconds:0} s, {Rounds.AtOnce(printers)} are spoken to at once
              due until read, {measured.Count} healthy printers of small tenants, p50 / p99
              all healthy                        {healthy.P50.TotalMilliseconds,6:0} / {healthy.P99.TotalMilliseconds,6:0} ms
              {sick.Printers.Count(printer => printer.Latency is null)} dead, {sick.Printers.Count(printer => printer.IsSlowLoris)} slow without end       {known.P50.TotalMilliseconds,6:0} / {known.P99.TotalMilliseconds,6:0} ms, {known.Count} of {wanted} read
              the round in which they fell ill   {outage.P50.TotalMilliseconds,6:0} / {outage.P99.TotalMilliseconds,6:0} ms
              ratio of p99                       {ratio:0.000} (at most {Goal:0.00})
            """);
        return known.Count == wanted && ratio <= Goal ? 0 : 1;
    }

    private static async Task<IReadOnlyList<Visit>> RoundsAsync(string kind, Fleet fleet, int rounds)
    {
        using var simulator = await Peer.SimulatorAsync(kind, fleet.Printers.Count);
        return await new Rounds(fleet).RunAsync(rounds);
    }

    private sealed record Lateness(int Count, TimeSpan P50, TimeSpan P99)
    {
        public static Lateness Of(IReadOnlyList<Visit> visits, HashSet<int> measured)
        {
            var sorted = visits.Where(visit => visit.IsGood && measured.Contains(visit.Printer.Port)).Select(visit => visit.Lateness).Order().ToList();
            return new(sorted.Count, At(sorted, 0.5), At(sorted, 0.99));
        }

        private static TimeSpan At(List<TimeSpan> sorted, double share) => sorted.Count == 0 ? TimeSpan.Zero : sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
    }
}
