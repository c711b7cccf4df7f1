using NodaTime;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Printers.Domain;

/// <summary>A registered printer: where it is, who it proved to be, and whether jobs may be collected from it.
/// The password is held protected; it belongs to one host, port and key and goes when any of them changes.</summary>
public sealed partial class Printer
{
    public const string PiwsProtocol = "piws";
    public const string IppProtocol = "ipp";
    public const string EwsProtocol = "ews";

    /// <summary>No jobs: only its state is read.</summary>
    public const string StateOnly = "none";

    /// <summary>Not on the network: a person reads its counters.</summary>
    public const string Manual = "manual";

    private Printer()
    {
    }

    public PrinterId Id { get; private set; }
    public string Name { get; private set; } = "";
    public string Address { get; private set; } = "";
    public string Protocol { get; private set; } = PiwsProtocol;
    public string? ProtectedPassword { get; private set; }
    public bool AllowLegacyTls { get; private set; }
    public string? PinnedKey { get; private set; }
    public string? PresentedKey { get; private set; }
    public string? SerialNumber { get; private set; }
    public string? PresentedSerial { get; private set; }
    public int DeviceEpoch { get; private set; } = 1;
    public string? Model { get; private set; }
    public string? Firmware { get; private set; }
    public StopReason Stopped { get; private set; }
    public PrinterProblem? LastProblem { get; private set; }
    public Instant? LastProblemAt { get; private set; }
    public Instant? LastContactAt { get; private set; }
    public Instant RegisteredAt { get; private set; }
    public Instant? ArchivedAt { get; private set; }

    public PrinterAddress ParsedAddress => PrinterAddress.FromStored(Address);

    public bool HasPassword => ProtectedPassword is not null;

    public static Printer Register(PrinterId id, string name, PrinterAddress address, string protocol, bool allowLegacyTls, Instant at)
    {
        ArgumentNullException.ThrowIfNull(address);
        var printer = new Printer
        {
            Id = id,
            Name = name,
            Address = address.Uri.AbsoluteUri,
            Protocol = protocol,
            AllowLegacyTls = allowLegacyTls,
            RegisteredAt = at,
        };
        printer.Note(PrinterEventKind.Registered, protocol == Manual ? [] : [address.HostAndPort]);
        return printer;
    }

    public void Rename(string name)
    {
        if (name != Name)
            Note(PrinterEventKind.Renamed, Name, name);
        Name = name;
    }

    public void AllowOldTls(bool allow) => AllowLegacyTls = allow;

    /// <summary>Another host, port or protocol is another trust: key and password go, and whoever answers there is met anew.
    /// The serial number stays, so that a foreign device at the new address is noticed.</summary>
    public void MoveTo(PrinterAddress address, string protocol)
    {
        ArgumentNullException.ThrowIfNull(address);
        Protocol = protocol;
        if (address.Uri.AbsoluteUri == Address)
            return;
        Note(PrinterEventKind.Moved, ParsedAddress.HostAndPort, address.HostAndPort);
        Address = address.Uri.AbsoluteUri;
        ForgetTrust();
        Resume();
    }

    public void SetPassword(string? protectedPassword)
    {
        ProtectedPassword = protectedPassword;
        PasswordState = null;
        Note(PrinterEventKind.PasswordChanged);
        if (Stopped == StopReason.PasswordRefused)
            Resume();
    }

    /// <summary>Whoever registered it knows the serial number. What the device has said counts more.</summary>
    public void Expect(string? serialNumber) => SerialNumber ??= string.IsNullOrWhiteSpace(serialNumber) ? null : serialNumber.Trim();

    /// <summary>The same secrets, protected anew because what they are bound to is now known.</summary>
    public void Rebind(string? protectedPassword, string? protectedSnmp)
    {
        ProtectedPassword = protectedPassword;
        ProtectedSnmp = protectedSnmp;
    }

    /// <summary>Trust on first use.</summary>
    public void Pin(string publicKey)
    {
        if (PinnedKey is not null && PinnedKey != publicKey)
            throw new InvalidOperationException("A pinned key changes only when a person confirms the new one.");
        if (PinnedKey is null)
            Note(PrinterEventKind.KeyRemembered, publicKey);
        PinnedKey = publicKey;
    }

    /// <summary>A device answered. Null is "all right", otherwise the reason why it was stopped.</summary>
    /// <param name="otherWithSerial">Another registered printer with the serial number that answered.</param>
    public PrinterProblem? Answered(AnsweringPrinter answer, Printer? otherWithSerial, Instant at)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.SerialNumber is { } serial && SerialNumber is { } known && serial != known)
        {
            PresentedSerial = serial;
            return Stop(StopReason.SerialChanged, PrinterProblems.SerialChanged(known, serial), at);
        }

        if (otherWithSerial is not null && otherWithSerial.Id != Id)
        {
            PresentedSerial = answer.SerialNumber;
            return Stop(StopReason.RegisteredTwice, PrinterProblems.RegisteredTwice(otherWithSerial.Name), at);
        }

        SerialNumber ??= answer.SerialNumber;
        Model = answer.Model ?? Model;
        Learn(answer, at);
        LastContactAt = at;
        Resume();
        return null;
    }

    public void Failed(PrinterProblem problem, string? presentedKey, Instant at)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (problem.Code == PrinterProblems.KeyChanged)
            PresentedKey = presentedKey;
        // Only a person or a good answer lifts a stop; a printer that is switched off does not.
        var reason = PrinterProblems.StopFor(problem);
        Stop(reason == StopReason.None ? Stopped : reason, problem, at);
    }

    /// <summary>The device may really have a new key. The password was bound to the old one and must be entered again.</summary>
    public bool ConfirmKey(string publicKey)
    {
        if (Stopped != StopReason.KeyChanged || PresentedKey != publicKey)
            return false;
        Note(PrinterEventKind.KeyConfirmed, PinnedKey ?? "", publicKey);
        ForgetTrust();
        PinnedKey = publicKey;
        Resume();
        return true;
    }

    /// <summary>The device was exchanged: from now on jobs count under the new serial number, those of the old one stay as they are.</summary>
    public bool ConfirmDevice(string serialNumber, Instant at)
    {
        if (Stopped != StopReason.SerialChanged || PresentedSerial != serialNumber)
            return false;
        Note(PrinterEventKind.DeviceExchanged, SerialNumber ?? "", serialNumber);
        SerialNumber = serialNumber;
        BeginEpoch(at);
        Resume();
        return true;
    }

    public void Archive(Instant at)
    {
        Note(PrinterEventKind.Archived);
        ArchivedAt = at;
        ProtectedPassword = null;
        ProtectedSnmp = null;
    }

    /// <summary>Brought back; its secrets have to be entered again.</summary>
    public void Restore()
    {
        Note(PrinterEventKind.Restored);
        ArchivedAt = null;
        Resume();
    }

    private PrinterProblem Stop(StopReason reason, PrinterProblem problem, Instant at)
    {
        Stopped = reason;
        LastProblem = problem;
        LastProblemAt = at;
        return problem;
    }

    private void Resume()
    {
        Stopped = StopReason.None;
        PresentedKey = null;
        PresentedSerial = null;
        LastProblem = null;
        LastProblemAt = null;
    }
}
