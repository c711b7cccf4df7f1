using SmartTracker.Abstractions.Presentation;

namespace SmartTracker.Printers.Abstractions;

/// <summary>What a later module adds to the page of one printer.</summary>
public interface IPrinterPagePart
{
    PrinterPagePlace Place { get; }

    /// <summary>Null where it has nothing to say, or nothing that this user may see.</summary>
    Task<PageSection?> GetAsync(PrinterId id, CancellationToken cancellationToken);
}

public enum PrinterPagePlace
{
    /// <summary>Beside the page's title: buttons.</summary>
    Actions,

    /// <summary>Below the facts: a section with its own heading.</summary>
    Section,
}

/// <summary>Implemented by modules whose rows name printers: such a printer is archived instead of deleted.</summary>
public interface IPrinterUse
{
    Task<bool> UsesAsync(PrinterId id, CancellationToken cancellationToken);
}
