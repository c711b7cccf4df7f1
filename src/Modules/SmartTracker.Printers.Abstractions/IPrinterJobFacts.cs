namespace SmartTracker.Printers.Abstractions;

/// <summary>Implemented by the module that keeps jobs: what the newest jobs of each printer tell about how it is set up.</summary>
public interface IPrinterJobFacts
{
    /// <summary>Of printers that printed; over the newest finished print jobs of each, at most <paramref name="jobs"/>.</summary>
    Task<IReadOnlyDictionary<PrinterId, PrinterJobFacts>> NewestAsync(int jobs, CancellationToken cancellationToken);

    /// <summary>How often jobs are read.</summary>
    TimeSpan ReadEvery { get; }

    /// <summary>Whether this tenant drops user names on purpose, so that their absence says nothing.</summary>
    Task<bool> DropsUserNamesAsync(CancellationToken cancellationToken);
}

/// <param name="Jobs">How many were looked at.</param>
/// <param name="WithoutUser">How many of them carry no user name.</param>
/// <param name="WithAccount">How many of them carry an account id.</param>
public sealed record PrinterJobFacts(int Jobs, int WithoutUser, int WithAccount)
{
    /// <summary>Stretches in which jobs may have left the printer's list unread.</summary>
    public int Gaps { get; init; }

    /// <summary>How long the printer's list reached back at the last reading; null where nobody knows.</summary>
    public TimeSpan? ListReachesBack { get; init; }
}
