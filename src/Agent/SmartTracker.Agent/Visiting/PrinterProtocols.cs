using SmartTracker.PrinterReaders;
using SmartTracker.PrinterReaders.Ews;
using SmartTracker.PrinterReaders.Ipp;
using SmartTracker.PrinterReaders.Ledm;
using SmartTracker.PrinterReaders.Piws;
using SmartTracker.PrinterReaders.Snmp;
using SmartTracker.PrinterReaders.State;

namespace SmartTracker.Agent.Visiting;

/// <summary>The readers that this agent has: the same as the host's.</summary>
public sealed class PrinterProtocols(IReadOnlyList<IPrinterReader> jobs, IReadOnlyList<IPrinterStateReader> states)
{
    public const string Snmp = "snmp";

    public static PrinterProtocols All(TimeProvider clock)
    {
        IPrinterReader[] jobs = [new PiwsReader(clock), new IppReader(clock), new EwsReader(clock)];
        return new(jobs, [new PiwsStateReader(clock), new LedmStateReader(clock), new SnmpStateReader(clock)]);
    }

    public IPrinterReader? JobsBy(string protocol) => jobs.FirstOrDefault(reader => reader.Protocol == protocol);

    /// <summary>A printer's state is asked by the protocol of its jobs, and by SNMP where it may be.</summary>
    public IEnumerable<IPrinterStateReader> StatesOf(string protocol, bool withSnmp) =>
        states.Where(reader => reader.Protocol == protocol || (withSnmp && reader.Protocol == Snmp));
}
