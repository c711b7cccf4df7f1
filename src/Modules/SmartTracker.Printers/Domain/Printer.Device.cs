using System.Globalization;
using NodaTime;
using SmartTracker.PrinterReaders;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Printers.Domain;

/// <summary>What is known of the device behind a registration, and what happens to it.</summary>
public sealed partial class Printer
{
    private readonly List<PrinterNews> _news = [];

    /// <summary>Twelve hexadecimal digits, or null where no protocol told it.</summary>
    public string? MacAddress { get; private set; }

    public SeenCertificate? Certificate { get; private set; }

    /// <summary>How the device took the password when it was tried last; null since another one was stored.</summary>
    public PasswordState? PasswordState { get; private set; }

    /// <summary>When the present firmware was first seen here: how old it is, few printers tell.</summary>
    public Instant? FirmwareSince { get; private set; }

    /// <summary>When the present firmware was released; null where the printer does not say.</summary>
    public Instant? FirmwareReleasedAt { get; private set; }

    /// <summary>How far the device's clock was ahead of ours, in milliseconds; negative where it is behind.</summary>
    public long? ClockAheadMs { get; private set; }

    public Instant? ClockReadAt { get; private set; }

    /// <summary>When the present <see cref="DeviceEpoch"/> began; null in the first.</summary>
    public Instant? EpochBeganAt { get; private set; }

    public bool IsNetworked => Protocol != Manual;

    public bool GivesJobs => Protocol is not (Manual or StateOnly);

    /// <summary>What happened since it was loaded, to be written into its history. Asked once.</summary>
    public IReadOnlyList<PrinterNews> TakeNews()
    {
        var news = _news.ToList();
        _news.Clear();
        return news;
    }

    /// <summary>Another device takes the place of this one: whoever answers next is met as a stranger and becomes the one that is registered.
    /// What was counted stays with the old serial number.</summary>
    public void Exchange(string? newSerialNumber, string reason, Instant at)
    {
        _news.Add(new(PrinterEventKind.DeviceExchanged, reason, [SerialNumber ?? "", newSerialNumber ?? ""]));
        SerialNumber = newSerialNumber;
        (Model, Firmware, FirmwareSince, FirmwareReleasedAt, MacAddress, PasswordState) = (null, null, null, null, null, null);
        (ClockAheadMs, ClockReadAt) = (null, null);
        ForgetTrust();
        BeginEpoch(at);
        Resume();
    }

    /// <summary>The same device begins a new life: after a reset or with a new board its job numbers may repeat.</summary>
    public void Reset(bool hasNewBoard, string reason, Instant at)
    {
        _news.Add(new(hasNewBoard ? PrinterEventKind.BoardExchanged : PrinterEventKind.DeviceReset, reason, []));
        // A new board has a new key.
        if (hasNewBoard)
            ForgetTrust();
        BeginEpoch(at);
        Resume();
    }

    public void Remember(string? macAddress) => MacAddress = macAddress ?? MacAddress;

    public void Took(PasswordState password) =>
        PasswordState = password == PrinterReaders.PasswordState.NotTried ? PasswordState : password;

    private void Learn(AnsweringPrinter answer, Instant at)
    {
        if (answer.Firmware is { } firmware && firmware != Firmware)
        {
            if (Firmware is not null)
                Note(PrinterEventKind.FirmwareChanged, Firmware, firmware);
            (Firmware, FirmwareSince, FirmwareReleasedAt) = (firmware, at, null);
        }

        // Another protocol of the same printer may not tell it.
        if (answer is { Firmware: not null, FirmwareReleasedAt: { } released })
            FirmwareReleasedAt = Instant.FromDateTimeOffset(released);

        if (answer is { DeviceTime: { } said, DeviceTimeReadAt: { } read })
            (ClockAheadMs, ClockReadAt) = ((long)(said - read).TotalMilliseconds, at);
        if (answer.Certificate is { } certificate)
            Saw(certificate);
        if (answer.Password is { } password)
            Took(password);
        Remember(answer.MacAddress);
    }

    /// <summary>The key is the pinned one, so another certificate for it is a renewal.</summary>
    private void Saw(PrinterCertificate certificate)
    {
        var seen = SeenCertificate.Of(certificate);
        if (Certificate is { } before && before.Key == seen.Key && before.NotAfter != seen.NotAfter)
            Note(PrinterEventKind.CertificateRenewed, Written(before.NotAfter), Written(seen.NotAfter));
        Certificate = seen;
    }

    private static string Written(Instant at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private void BeginEpoch(Instant at)
    {
        DeviceEpoch++;
        EpochBeganAt = at;
    }

    private void ForgetTrust()
    {
        PinnedKey = null;
        ProtectedPassword = null;
        ProtectedSnmp = null;
        Certificate = null;
        PasswordState = null;
    }

    private void Note(PrinterEventKind kind, params string[] details) => _news.Add(new(kind, null, details));
}

/// <summary>Something that happened to a printer, before it is written down.</summary>
public sealed record PrinterNews(PrinterEventKind Kind, string? Reason, IReadOnlyList<string> Details);
