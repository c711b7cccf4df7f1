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
    public static PrinterProtocols All(TimeProvider clock)
    {
        IPrinterReader[] jobs = [new PiwsReader(clock), new IppReader(clock), new EwsReader(clock)];
        return new(jobs, [new PiwsStateReader(clock), new IppStateReader(clock), new LedmStateReader(clock), new SnmpStateReader(clock)]);
    }

    public IPrinterReader? JobsBy(string protocol) => jobs.FirstOrDefault(reader => reader.Protocol == protocol);

    public IEnumerable<IPrinterStateReader> StatesOf(string protocol, bool withSnmp) =>
        states.Where(reader => reader.Protocol == StateProtocols.Snmp ? withSnmp : StateProtocols.Go(protocol, reader.Protocol));
}
