namespace SmartTracker.Printers.Abstractions;

/// <summary>Implemented by a module through which printers are read that this host cannot reach. What it names the host does not connect to.</summary>
public interface IPrinterReach
{
    /// <summary>The code of a printer's <see cref="RegisteredPrinter.StoppedBecause"/> where nothing is wrong but somebody else reads it.</summary>
    const string ReadElsewhereCode = "ReadElsewhere";

    /// <summary>The printers that somebody else reads, and what people call that reader.</summary>
    Task<IReadOnlyDictionary<PrinterId, string>> ReadersAsync(CancellationToken cancellationToken);

    /// <summary>Whether printers can be read at addresses that this host may not connect to.</summary>
    Task<bool> ReachesFurtherAsync(CancellationToken cancellationToken);
}
