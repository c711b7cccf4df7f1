namespace SmartTracker.PrinterReaders.State;

/// <summary>By which protocols a printer is asked for its state.</summary>
public static class StateProtocols
{
    /// <summary>Asked at an address of its own and with secrets of its own.</summary>
    public const string Snmp = "snmp";

    /// <summary>Whether a printer that is read for jobs by one protocol says its state by another, at the same address.</summary>
    public static bool Go(string jobs, string state) =>
        // Who shows jobs on pages for people says its state in LEDM.
        jobs == state || (jobs, state) is ("ews", "ledm");
}
