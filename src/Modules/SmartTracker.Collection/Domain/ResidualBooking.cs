using SmartTracker.PrinterReaders.State;

namespace SmartTracker.Collection.Domain;

/// <summary>What a person made of a part of what a counter counted beyond all known jobs of a month.</summary>
/// <param name="Amount">In the counter's unit; negative where jobs say more than the counter.</param>
public sealed record ResidualBooking(MeterKind Kind, ResidualPurpose Purpose, long Amount)
{
    /// <summary>What is wrong with it beside this counter; null where nothing is.</summary>
    public ResidualFault? FaultBeside(Reconciliation counter)
    {
        ArgumentNullException.ThrowIfNull(counter);
        if (counter.Open is not { } open)
            return ResidualFault.CounterJumped;
        if (open == 0)
            return ResidualFault.NothingOpen;
        if (Amount == 0 || Math.Sign(Amount) != Math.Sign(open) || Math.Abs(Amount) > Math.Abs(open))
            return ResidualFault.MoreThanOpen;
        return Purpose is ResidualPurpose.Maintenance or ResidualPurpose.Charged && Amount < 0 ? ResidualFault.JobsSayMore : null;
    }
}

/// <summary>Stored by name.</summary>
public enum ResidualPurpose
{
    /// <summary>Cleaning, calibration, test prints.</summary>
    Maintenance,

    /// <summary>The site bears it; nobody is charged.</summary>
    Absorbed,

    /// <summary>It is argued about, with whoever serves the device.</summary>
    Disputed,

    /// <summary>It stands among the jobs and is priced and billed as they are.</summary>
    Charged,
}

public enum ResidualFault
{
    /// <summary>The device was not read twice in the month.</summary>
    NoCounter,

    CounterJumped,
    NothingOpen,
    MoreThanOpen,

    /// <summary>There is nothing that could be maintenance or be charged.</summary>
    JobsSayMore,

    /// <summary>A job needs a device that is known by its serial number.</summary>
    NoSerialNumber,
}
