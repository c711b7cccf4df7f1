namespace SmartTracker.PrinterSimulator;

/// <summary>What is wrong with a printer at the moment.</summary>
public abstract record SimulatorFault
{
    /// <summary>Nobody listens on its port.</summary>
    public sealed record ConnectionRefused : SimulatorFault;

    /// <summary>Another admin password was set, and every page asks for it.</summary>
    public sealed record PasswordChanged : SimulatorFault;

    /// <summary>The admin password is asked for everywhere, and another one is set after so many right answers.</summary>
    public sealed record PasswordChangesAfter(int Answers) : SimulatorFault;

    /// <summary>Its jobs are for everybody. What it holds is for the administrator only, and another password was set.</summary>
    public sealed record StateLocked : SimulatorFault;

    /// <summary>The admin password is asked for everywhere, and a nonce is good for one answer only.</summary>
    public sealed record NoncesRunOut : SimulatorFault;

    /// <summary>A new certificate with a new key: the board was changed, or somebody else answers.</summary>
    public sealed record NewKey : SimulatorFault;

    /// <summary>A renewed certificate with the same key.</summary>
    public sealed record RenewedCertificate : SimulatorFault;

    /// <summary>Presents this certificate (PKCS#12 without password, base64) in place of its own.</summary>
    public sealed record OtherCertificate(string Certificate) : SimulatorFault;

    /// <summary>The connection breaks in the middle of the job list.</summary>
    public sealed record CutAfter(int Bytes) : SimulatorFault;

    /// <summary>A job list that does not end before this size.</summary>
    public sealed record HugeBody(int Megabytes) : SimulatorFault;

    /// <summary>The same, compressed to about a thousandth.</summary>
    public sealed record CompressedHugeBody(int Megabytes) : SimulatorFault;

    /// <summary>Random bytes in place of the job list.</summary>
    public sealed record Nonsense : SimulatorFault;

    /// <summary>A page for people in place of the job list, with status 200 or as a redirect to it.</summary>
    public sealed record LoginPage(bool Redirect) : SimulatorFault;

    /// <summary>One byte of the job list at a time.</summary>
    public sealed record SlowBytes(TimeSpan Pause) : SimulatorFault;

    /// <summary>The counters of its life began at 0 again.</summary>
    public sealed record CountersReset(DateTimeOffset At) : SimulatorFault;

    /// <summary>Another board: counters from 0, and another key.</summary>
    public sealed record BoardSwapped(DateTimeOffset At) : SimulatorFault;

    /// <summary>Its clock is wrong by as much.</summary>
    public sealed record ClockAhead(TimeSpan By) : SimulatorFault;

    /// <summary>Its clock shows a time and no zone.</summary>
    public sealed record ClockWithoutZone : SimulatorFault;

    /// <summary>In place of what it holds, a page that wakes it.</summary>
    public sealed record Asleep : SimulatorFault;
}
