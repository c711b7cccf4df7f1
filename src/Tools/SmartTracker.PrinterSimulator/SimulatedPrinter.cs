using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using SmartTracker.PrinterSimulator.Plan;
using SmartTracker.PrinterSimulator.Serving;
using SmartTracker.PrinterSimulator.Serving.State;

namespace SmartTracker.PrinterSimulator;

/// <summary>One printer that answers PIWS over TLS, as it was told to.</summary>
public sealed class SimulatedPrinter : IAsyncDisposable
{
    private readonly TimeProvider _clock;
    private readonly ConcurrentQueue<SeenRequest> _requests = new();
    private PrinterServer? _server;
    private int _rightPasswords;
    private int _wrongPasswords;

    private SimulatedPrinter(PrinterPlan plan, TimeProvider clock)
    {
        Plan = plan;
        _clock = clock;
        Certificate = PrinterCertificates.Load(plan.Certificate!);
    }

    /// <summary>As it is now.</summary>
    public PrinterPlan Plan { get; private set; }

    public Uri Address => Plan.Address;

    /// <summary>What it answers in place of its own job list, or null.</summary>
    public byte[]? RecordedJobList { get; set; }

    public SimulatorFault? Fault { get; private set; }

    /// <summary>After so many wrong passwords it refuses the right one too, as printers do that lock their administrator out. Null never does.</summary>
    public int? LocksOutAfter { get; set; }

    /// <summary>Since it started; a nonce that ran out is none.</summary>
    public int WrongPasswords => _wrongPasswords;

    /// <summary>Everything it was asked since it started, oldest first.</summary>
    public IReadOnlyList<SeenRequest> Requests => [.. _requests];

    /// <summary>By its own clock.</summary>
    internal DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>As its clock shows.</summary>
    internal DateTimeOffset DeviceNow => Now + Plan.ClockIsAhead + (Fault is SimulatorFault.ClockAhead ahead ? ahead.By : TimeSpan.Zero);

    /// <summary>What it holds now; only of a printer whose plan says what it had before.</summary>
    internal Holdings Holdings => new(Plan, Fault switch
    {
        SimulatorFault.CountersReset reset => reset.At,
        SimulatorFault.BoardSwapped swapped => swapped.At,
        _ => null,
    });

    internal X509Certificate2 Certificate { get; private set; }

    internal string AcceptedPassword =>
        Fault is SimulatorFault.PasswordChanged or SimulatorFault.StateLocked || (Fault is SimulatorFault.PasswordChangesAfter change && _rightPasswords >= change.Answers)
            ? $"{Plan.AdminPassword}-changed"
            : Plan.AdminPassword;

    internal bool IsLockedOut => WrongPasswords >= LocksOutAfter;

    public static async Task<SimulatedPrinter> StartAsync(PrinterPlan plan, TimeProvider clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(clock);
        var printer = new SimulatedPrinter(plan with { Certificate = plan.Certificate ?? PrinterCertificates.Create(plan.SerialNumber, clock) }, clock);
        await printer.ListenAsync(cancellationToken);
        return printer;
    }

    /// <summary>Breaks the printer, or (null) repairs it. A certificate that was exchanged before is put back.</summary>
    public async Task SetFaultAsync(SimulatorFault? fault, CancellationToken cancellationToken = default)
    {
        // The server is stopped in any case: open connections would go on with the old certificate.
        await StopAsync();
        Fault = fault;
        Certificate = PrinterCertificates.Load(fault switch
        {
            SimulatorFault.NewKey or SimulatorFault.BoardSwapped => PrinterCertificates.Create(Plan.SerialNumber, _clock),
            SimulatorFault.RenewedCertificate => PrinterCertificates.Renew(Plan.Certificate!, _clock),
            SimulatorFault.OtherCertificate other => other.Certificate,
            _ => Plan.Certificate!,
        });
        if (fault is not SimulatorFault.ConnectionRefused)
            await ListenAsync(cancellationToken);
    }

    /// <summary>Off and on again: the jobs stay, the queue gets a new id.</summary>
    public void Reboot() => Plan = Plan.Rebooted(Guid.CreateVersion7(_clock.GetUtcNow())) with
    {
        Ipp = Plan.Ipp is { } ipp ? ipp with { SwitchedOnAt = _clock.GetUtcNow() } : null,
    };

    /// <summary>An IPP printer's counter of jobs begins at 1 again, as after a reset.</summary>
    public void RestartNumbers(bool keepJobs)
    {
        Reboot();
        Plan = Plan with { Jobs = keepJobs ? Plan.Jobs : [], Ipp = Plan.Ipp! with { NextNumber = 1 } };
    }

    /// <summary>Changes what kind of IPP printer this is.</summary>
    public void Change(Func<IppPlan, IppPlan> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        Plan = Plan with { Ipp = change(Plan.Ipp!) };
    }

    /// <summary>Changes what its pages show people.</summary>
    public void Change(Func<EwsPlan, EwsPlan> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        Plan = Plan with { Ews = change(Plan.Ews!) };
    }

    /// <summary>Somebody prints a finished job again.</summary>
    public void Reprint(Guid job, int copies)
    {
        var number = Plan.ModificationNumber + 3;
        Plan = Plan with
        {
            ModificationNumber = number,
            Jobs = [.. Plan.Jobs.Select(known => known.Uuid == job
                ? known.Reprinted(copies, _clock.GetUtcNow()) with { ModificationNumber = number }
                : known)],
        };
    }

    /// <summary>From now on it remembers so many jobs, and forgets the older ones.</summary>
    public void Remember(int jobs) => Plan = Plan with { Remembers = jobs };

    /// <summary>A job that was not there before.</summary>
    public void Add(JobPlan job)
    {
        ArgumentNullException.ThrowIfNull(job);
        var number = Plan.ModificationNumber + 9;
        var next = Plan.Ipp?.NextNumber ?? 0;
        Plan = Plan with
        {
            ModificationNumber = number,
            Jobs = [.. Plan.Jobs, job with { ModificationNumber = number, Number = next }],
            Ipp = Plan.Ipp is { } ipp ? ipp with { NextNumber = next + 1 } : null,
        };
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Certificate.Dispose();
    }

    internal void SawPassword(bool right) => Interlocked.Increment(ref (right ? ref _rightPasswords : ref _wrongPasswords));

    internal void Saw(SeenRequest request) => _requests.Enqueue(request);

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        _server = await PrinterServer.StartAsync(this, cancellationToken);
        Plan = Plan with { Port = _server.Port };
    }

    private async Task StopAsync()
    {
        if (_server is { } server)
            await server.DisposeAsync();
        _server = null;
    }
}

/// <param name="WithPassword">True where the request carried credentials.</param>
public sealed record SeenRequest(string Path, bool WithPassword);
