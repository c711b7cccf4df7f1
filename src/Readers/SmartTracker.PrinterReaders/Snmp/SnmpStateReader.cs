using SmartTracker.PrinterReaders.Names;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Protocols.Snmp;

namespace SmartTracker.PrinterReaders.Snmp;

/// <summary>Any printer with an SNMP agent that knows the Printer-MIB (RFC 3805). Proven against net-snmp's <c>snmpd</c> with printer objects; of real
/// printers only the numbers that others read are known, not their answers.</summary>
public sealed class SnmpStateReader(TimeProvider clock) : IPrinterStateReader
{
    public string Protocol => "snmp";

    /// <summary>Asks the agent at the address' host, at its port where the scheme is <c>snmp</c> and at 161 otherwise.</summary>
    public async Task<PrinterFetch> FetchStateAsync(PrinterConnection connection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        if (SnmpMapping.Credentials(connection.Snmp) is not { } credentials)
            return new PrinterFetch([], null, new ReaderFailure(ReaderFailureCode.PasswordRequired, SnmpMapping.Scheme));

        var snmp = SnmpMapping.Connection(connection, credentials);
        using var client = new SnmpClient(snmp, clock);
        var visit = new SnmpVisit(client, snmp, clock, cancellationToken);
        await visit.CollectAsync();
        return new PrinterFetch(visit.Answers, null, visit.Failure);
    }

    public PrinterState InterpretState(IReadOnlyList<RawAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return SnmpInterpreter.Interpret(answers);
    }

    public RawAnswer Withhold(RawAnswer answer, NamePrivacy privacy)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(privacy);
        return SnmpAnswerNames.Withhold(answer, privacy);
    }
}
