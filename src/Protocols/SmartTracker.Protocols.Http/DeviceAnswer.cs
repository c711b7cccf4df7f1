namespace SmartTracker.Protocols.Http;

/// <summary>An answer as received, after decompression and before anybody parsed it.</summary>
/// <param name="Path">Path and query.</param>
/// <param name="IsWhole">False where <paramref name="Body"/> is what had arrived before a failure.</param>
public sealed record DeviceAnswer(string Path, DateTimeOffset ReceivedAt, int Status, string? ContentType, byte[] Body, bool IsWhole);

/// <summary>An answer, a failure, or both: a body that broke off and why.</summary>
public sealed record DeviceReply(DeviceAnswer? Answer, DeviceFailure? Failure);
