using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.PrinterReaders;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Registry;

/// <summary>Speaks to a printer once, at a person's wish, and records what came of it. Also tries a stopped printer: that is how a person finds out.</summary>
public sealed class ConnectionTester(
    IPrinterConnections connections, IPrinterNetwork network, IEnumerable<IPrinterReader> readers, ITenantDatabase database, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <returns>Null where there is no such printer.</returns>
    public async Task<ConnectionTest?> TestAsync(PrinterId id, CancellationToken cancellationToken)
    {
        if (await connections.FindAsync(id, cancellationToken) is not { } printer)
            return null;
        if (printer.ReadBy is { } reader)
            return new ConnectionTest(new PrinterContact(null, null, PasswordState.NotTried, null), PrinterProblems.ReadElsewhere(reader));

        var contact = await ReadAsync(printer, cancellationToken);
        // On first contact no password is sent, because the key is not known yet. Now it is.
        if (printer is { PinnedKey: null, AdminPassword: not null } && contact.Certificate is not null)
        {
            await RecordAsync(printer, contact, cancellationToken);
            printer = await connections.FindAsync(id, cancellationToken) ?? printer;
            if (printer.PinnedKey is not null)
                contact = await ReadAsync(printer, cancellationToken);
        }

        var problem = await RecordAsync(printer, contact, cancellationToken);
        return new ConnectionTest(contact, problem);
    }

    private Task<PrinterContact> ReadAsync(RegisteredPrinter printer, CancellationToken cancellationToken)
    {
        var reader = readers.Single(reader => reader.Protocol == printer.Protocol);
        return reader.ReadIdentityAsync(
            new PrinterConnection
            {
                Address = printer.Address,
                Allows = network.Allows,
                Password = printer.AdminPassword,
                PinnedKey = printer.PinnedKey,
                AllowLegacyTls = printer.AllowLegacyTls,
                Deadline = Patience,
            },
            cancellationToken);
    }

    private async Task<PrinterProblem?> RecordAsync(RegisteredPrinter printer, PrinterContact contact, CancellationToken cancellationToken)
    {
        var problem = contact.Failure is { } failure ? new PrinterProblem(failure.Code.ToString(), failure.Arguments) : null;
        if (problem is null && contact.Password == PasswordState.Refused)
            problem = new PrinterProblem(nameof(ReaderFailureCode.PasswordRefused));
        var key = contact.Certificate?.Key;
        Instant now = time.Now();

        await using var transaction = await database.BeginAsync(cancellationToken);
        if (problem is null)
            problem = await connections.AnsweredAsync(printer, Answer(contact.Identity, key), now, cancellationToken);
        else
            await connections.FailedAsync(printer, problem, key, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return problem;
    }

    private static AnsweringPrinter Answer(PrinterIdentity? identity, string? key) =>
        new(identity?.SerialNumber, identity?.Model, identity?.Firmware, key);
}

/// <summary>What a test of the connection showed.</summary>
public sealed record ConnectionTest(PrinterContact Contact, PrinterProblem? Problem);
