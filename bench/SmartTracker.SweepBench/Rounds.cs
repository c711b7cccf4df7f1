using System.Collections.Concurrent;
using System.Diagnostics;
using NodaTime;
using SmartTracker.Collection.Collecting.Turns;
using SmartTracker.Collection.Domain;
using SmartTracker.PrinterReaders.Snmp;

namespace SmartTracker.SweepBench;

/// <summary>Rounds over a fleet of many tenants as the product makes them: turns and paces are its own, only the database is left out. A minute lasts
/// three seconds here: all printers are due every 15 s, a conversation may last 3 s.</summary>
internal sealed class Rounds(Fleet fleet)
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(3);

    // As a big tenant may set it, and as it is.
    private const int MostOfBig = 64;
    private const int MostOfSmall = 4;

    private readonly SnmpStateReader _reader = new(TimeProvider.System);
    private readonly VisitTurns _turns = new(AtOnce(fleet.Printers.Count));
    private readonly ConcurrentDictionary<FleetPrinter, bool> _open = new();
    private readonly ConcurrentDictionary<FleetPrinter, Pace> _paces = new();
    private readonly ConcurrentBag<Visit> _visits = [];

    /// <summary>96, as it is by default, for a thousand printers.</summary>
    public static int AtOnce(int printers) => Math.Max(96, printers * 96 / 1000);

    public async Task<IReadOnlyList<Visit>> RunAsync(int rounds)
    {
        var visits = new List<Task>();
        for (var round = 0; round < rounds; round++)
        {
            var due = Stopwatch.GetTimestamp();
            foreach (var printer in fleet.Printers.Where(IsDue))
            {
                if (_open.TryAdd(printer, true))
                    visits.Add(Task.Run(() => VisitAsync(printer, round, due)));
            }

            await Task.Delay(Every - Stopwatch.GetElapsedTime(due));
        }

        await Task.WhenAll(visits);
        return [.. _visits];
    }

    private bool IsDue(FleetPrinter printer) => !_paces.TryGetValue(printer, out var pace) || pace.Failures == 0 || pace.DueAt <= Stopwatch.GetTimestamp();

    private async Task VisitAsync(FleetPrinter printer, int round, long due)
    {
        // Before the first round all had been read well.
        var before = _paces.GetValueOrDefault(printer) ?? new Pace(0, TimeSpan.Zero, 0);
        var lane = CollectionPace.Lane(wasRead: true, before.Failures, Duration.FromTimeSpan(before.Took));
        bool isGood;
        using (await _turns.TakeAsync(printer.Tenant, lane, printer.Tenant == Fleet.Big ? MostOfBig : MostOfSmall, CancellationToken.None))
        {
            var began = Stopwatch.GetTimestamp();
            isGood = await Sweep.VisitAsync(_reader, printer.Port, Deadline, CancellationToken.None);
            var failures = isGood ? 0 : before.Failures + 1;
            var wait = isGood ? Every : CollectionPace.AfterFailure(Duration.FromTimeSpan(Every), failures, 0.5).ToTimeSpan();
            _paces[printer] = new Pace(failures, Stopwatch.GetElapsedTime(began), Stopwatch.GetTimestamp() + (long)(wait.TotalSeconds * Stopwatch.Frequency));
        }

        _visits.Add(new Visit(printer, round, Stopwatch.GetElapsedTime(due), isGood));
        _open.TryRemove(printer, out _);
    }

    private sealed record Pace(int Failures, TimeSpan Took, long DueAt);
}

/// <param name="Lateness">From when it was due until it was read.</param>
internal sealed record Visit(FleetPrinter Printer, int Round, TimeSpan Lateness, bool IsGood);
