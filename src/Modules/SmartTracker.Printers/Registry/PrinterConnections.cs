using NodaTime;
using SmartTracker.PrinterReaders;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Data;
using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Registry;

public sealed class PrinterConnections(
    PrinterStore store, PrinterSecrets secrets, AuthorityStore authorities, SiteStore sites, IEnumerable<IPrinterReach> reaches) : IPrinterConnections
{
    public async Task<IReadOnlyList<RegisteredPrinter>> ListAsync(CancellationToken cancellationToken) =>
        await RegisteredAsync([.. (await store.ListActiveAsync(cancellationToken)).Where(printer => printer.IsNetworked)], cancellationToken);

    public async Task<RegisteredPrinter?> FindAsync(PrinterId id, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is { ArchivedAt: null, IsNetworked: true } printer
            ? (await RegisteredAsync([printer], cancellationToken))[0]
            : null;

    public async Task<PrinterProblem?> AnsweredAsync(
        RegisteredPrinter printer, AnsweringPrinter answer, Instant at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (await LoadUnchangedAsync(printer, cancellationToken) is not { } stored)
            return PrinterProblems.ChangedMeanwhile;
        PinOnFirstUse(stored, answer.PublicKey);
        var other = answer.SerialNumber is { } serial ? await store.FindBySerialAsync(serial, cancellationToken) : null;
        var problem = stored.Answered(answer, other, at);
        await store.SaveAsync(cancellationToken);
        return problem;
    }

    public async Task FailedAsync(
        RegisteredPrinter printer, PrinterProblem problem, string? presentedKey, Instant at, CancellationToken cancellationToken)
    {
        if (await LoadUnchangedAsync(printer, cancellationToken) is not { } stored)
            return;
        if (stored.PinnedKey is null)
            PinOnFirstUse(stored, presentedKey);
        stored.Failed(problem, presentedKey, at);
        await store.SaveAsync(cancellationToken);
    }

    // A person may have changed the printer while the device was being spoken to: what was heard then is about another connection.
    private async Task<Printer?> LoadUnchangedAsync(RegisteredPrinter printer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(printer);
        var stored = await store.LoadAsync(printer.Id, cancellationToken);
        var unchanged = stored is { ArchivedAt: null } && stored.ParsedAddress.Uri == printer.Address && stored.PinnedKey == printer.PinnedKey;
        return unchanged ? stored : null;
    }

    private void PinOnFirstUse(Printer printer, string? publicKey)
    {
        if (printer.PinnedKey is not null || publicKey is null)
            return;
        var password = TryReveal(() => secrets.Reveal(printer));
        var snmp = TryReveal(() => secrets.RevealSnmp(printer));
        printer.Pin(publicKey);
        printer.Rebind(
            password is null ? null : secrets.Protect(printer, password),
            snmp is null ? null : secrets.ProtectSnmp(printer, snmp, printer.SnmpAddress!.Port));
    }

    private async Task<Dictionary<PrinterId, string>> ReadersAsync(CancellationToken cancellationToken)
    {
        var readers = new Dictionary<PrinterId, string>();
        foreach (var reach in reaches)
        {
            foreach (var (printer, reader) in await reach.ReadersAsync(cancellationToken))
                readers[printer] = reader;
        }

        return readers;
    }

    private async Task<IReadOnlyList<RegisteredPrinter>> RegisteredAsync(IReadOnlyList<Printer> printers, CancellationToken cancellationToken)
    {
        var readers = await ReadersAsync(cancellationToken);
        var trust = printers.Any(printer => printer.NeedsAuthority) ? new AuthorityTrust(await authorities.BundleAsync(cancellationToken)) : null;
        var zones = printers.Any(printer => printer.SiteId is not null)
            ? (await sites.ListAsync(cancellationToken)).ToDictionary(site => site.Id, site => site.TimeZoneId)
            : [];
        return
        [
            .. printers.Select(printer => Registered(printer, trust, readers.GetValueOrDefault(printer.Id)) with
            {
                TimeZoneId = printer.SiteId is { } site ? zones.GetValueOrDefault(site) : null,
            }),
        ];
    }

    private RegisteredPrinter Registered(Printer printer, AuthorityTrust? trust, string? readBy)
    {
        var password = TryReveal(() => secrets.Reveal(printer));
        var snmp = TryReveal(() => secrets.RevealSnmp(printer));
        var stopped = printer.Stopped != StopReason.None ? printer.LastProblem
            : password is null && printer.HasPassword ? PrinterProblems.PasswordUnreadable
            : readBy is not null ? PrinterProblems.ReadElsewhere(readBy)
            : null;
        return new RegisteredPrinter(
            printer.Id, printer.Name, printer.ParsedAddress.Uri, printer.Protocol, password, printer.PinnedKey,
            printer.AllowLegacyTls, printer.SerialNumber, printer.DeviceEpoch, stopped)
        {
            ReadBy = readBy,
            Snmp = snmp,
            SnmpAddress = snmp is null ? null : printer.SnmpAddress,
            Authorities = printer.NeedsAuthority ? trust : null,
            GivesJobs = printer.GivesJobs,
            EpochBeganAt = printer.EpochBeganAt,
        };
    }

    private static T? TryReveal<T>(Func<T?> reveal)
        where T : class
    {
        try
        {
            return reveal();
        }
        catch (PasswordUnreadableException)
        {
            return null;
        }
    }
}
