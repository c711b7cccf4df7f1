using CsCheck;

namespace SmartTracker.PrinterReaders.Tests.Ipp;

/// <summary>A job is the same job at every visit, and two jobs are never one, whatever happens to the printer's numbers.</summary>
public sealed class JobIdentityTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);

    private enum Happening
    {
        Print,
        Wait,
        Visit,
        SwitchOff,
        Reset,
        ResetKeepingJobs,
        Forget,
    }

    private static readonly Gen<(Happening What, int Seconds)[]> Life = Gen.Select(
        Gen.Frequency(
            (6, Gen.Const(Happening.Print)), (2, Gen.Const(Happening.Wait)), (4, Gen.Const(Happening.Visit)), (1, Gen.Const(Happening.SwitchOff)),
            (1, Gen.Const(Happening.Reset)), (1, Gen.Const(Happening.ResetKeepingJobs)), (1, Gen.Const(Happening.Forget))),
        Gen.Frequency((3, Gen.Int[5, 60]), (1, Gen.Int[60, 20_000]))).Array[1, 40];

    [Fact]
    public void With_a_calendar_and_without_UUIDs() => Check(dates: true, uuids: false, Life);

    [Fact]
    public void With_UUIDs_and_without_a_calendar() => Check(dates: false, uuids: true, Life);

    // Such a printer does not tell to which of two numberings a job belongs that it remembers from before it was switched on (see the README).
    [Fact]
    public void Without_calendar_and_UUIDs_as_long_as_a_reset_clears_the_list_and_it_was_looked_at_before() => Check(dates: false, uuids: false, Life.Select(life => life
        .Where(happening => happening.What != Happening.ResetKeepingJobs)
        .SelectMany(happening => happening.What is Happening.SwitchOff or Happening.Reset ? [(Happening.Visit, 5), happening] : new[] { happening }).ToArray()));

    [Fact]
    public void With_a_calendar_that_is_wrong() => Check(dates: true, uuids: false, Life, TimeSpan.FromDays(-400));

    private static void Check(bool dates, bool uuids, Gen<(Happening What, int Seconds)[]> lives, TimeSpan ahead = default) => lives.Sample(
        life =>
        {
            var printer = new PaperPrinter { Now = Start, SwitchedOnAt = Start.AddSeconds(-1000.7), TellsDates = dates, GivesUuids = uuids, CalendarIsAhead = ahead };
            var known = new Dictionary<PaperJob, string>();
            string? cursor = null;
            foreach (var (what, seconds) in life)
            {
                printer.Now = printer.Now.AddSeconds(seconds);
                cursor = Happen(printer, what, seconds) ? Visit(printer, cursor, known) : cursor;
            }

            Visit(printer, cursor, known);
        },
        iter: 1500,
        print: life => "\n" + string.Join("\n", life.Select(x => $"{x.What} {x.Seconds}").Chunk(6).Select(y => string.Join(", ", y))));

    private static bool Happen(PaperPrinter printer, Happening what, int seconds)
    {
        switch (what)
        {
            case Happening.Print:
                printer.Print();
                break;
            case Happening.SwitchOff:
                printer.SwitchOffAndOn();
                break;
            case Happening.Reset:
                printer.Reset(keepJobs: false);
                break;
            case Happening.ResetKeepingJobs:
                printer.Reset(keepJobs: true);
                break;
            case Happening.Forget:
                printer.Forget(seconds % 5);
                break;
        }

        return what == Happening.Visit;
    }

    private static string? Visit(PaperPrinter printer, string? cursor, Dictionary<PaperJob, string> known)
    {
        var observation = printer.Visit(cursor);
        Assert.True(observation.IsComplete);
        Assert.Equal(printer.Jobs.Count, observation.Jobs.Count);
        // Newest first, as the printer lists them.
        foreach (var (job, seen) in Enumerable.Reverse(printer.Jobs).Zip(observation.Jobs))
        {
            if (known.TryGetValue(job, out var before))
                Assert.Equal(before, seen.DeviceJobId);
            else
                Assert.DoesNotContain(seen.DeviceJobId, known.Values);
            known[job] = seen.DeviceJobId;
        }

        return observation.NextCursor;
    }
}
