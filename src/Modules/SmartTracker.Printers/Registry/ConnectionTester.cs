using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.PrinterReaders;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Registry;

/// <summary>Speaks to a printer once, at a person's wish, and records what came of it. Also tries a stopped printer: that is how a person finds out.</summary>
public sealed class ConnectionTester(
    IPrinterConnections connections, PrinterGreeting greeting, ITenantDatabase database, TimeProvider time)
{
    /// <returns>Null where there is no such printer.</returns>
    public async Task<ConnectionTest?> TestAsync(PrinterId id, CancellationToken cancellationToken)
    {
        if (await connections.FindAsync(id, cancellationToken) is not { } printer)
            return null;
        if (printer.ReadBy is { } reader)
            return new ConnectionTest(new PrinterContact(null, null, PasswordState.NotTried, null), PrinterProblems.ReadElsewhere(reader));

        if (await greeting.MeetAsync(printer, cancellationToken) is not { } contact)
            return new ConnectionTest(new PrinterContact(null, null, PasswordState.NotTried, null), PrinterProblems.SnmpMissing);
        // On first contact no password is sent, because the key is not known yet. Now it is.
        if (printer is { PinnedKey: null, AdminPassword: not null } && contact.Certificate is not null)
        {
            await RecordAsync(printer, contact, cancellationToken);
            printer = await connections.FindAsync(id, cancellationToken) ?? printer;
            if (printer.PinnedKey is not null)
                contact = await greeting.MeetAsync(printer, cancellationToken) ?? contact;
        }

        var problem = await RecordAsync(printer, contact, cancellationToken);
        return new ConnectionTest(contact, problem);
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
            problem = await connections.AnsweredAsync(printer, Answer(contact, key), now, cancellationToken);
        else
            await connections.FailedAsync(printer, problem, key, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return problem;
    }

    private static AnsweringPrinter Answer(PrinterContact contact, string? key) =>
        new(contact.Identity?.SerialNumber, contact.Identity?.Model, contact.Identity?.Firmware, key) { FirmwareReleasedAt = contact.Identity?.FirmwareReleasedAt, Certificate = contact.Certificate, Password = contact.Password };
}

/// <summary>What a test of the connection showed.</summary>
public sealed record ConnectionTest(PrinterContact Contact, PrinterProblem? Problem);
