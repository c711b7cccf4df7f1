namespace SmartTracker.PrinterReaders;

/// <summary>The printer's certificate must be in force, name the printer and be signed by an authority of this computer or of the bundle.</summary>
/// <param name="Bundle">Further authorities as PEM, or null.</param>
public sealed record AuthorityTrust(string? Bundle);
