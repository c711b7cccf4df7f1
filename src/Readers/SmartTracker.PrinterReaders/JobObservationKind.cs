namespace SmartTracker.PrinterReaders;

public enum JobObservationKind
{
    Print,
    Copy,
    Scan,
    Internal,
}

public enum JobObservationStatus
{
    /// <summary>Waiting, held, paused, processing or printing.</summary>
    Pending,
    Completed,
    /// <summary>Stopped by a person; what came out until then counts.</summary>
    Cancelled,
    /// <summary>Stopped by the device.</summary>
    Failed,
}
