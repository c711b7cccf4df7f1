namespace SmartTracker.PrinterReaders.Discovery;

/// <param name="Asked">Addresses that are done with, whether somebody answered or not.</param>
/// <param name="Total">Addresses altogether.</param>
/// <param name="Found">Devices that answered.</param>
public sealed record DiscoveryProgress(int Asked, int Total, int Found);
