namespace SmartTracker.Protocols.Http;

/// <summary>What is asked of a device.</summary>
/// <param name="Path">Path and query; a fragment is not sent but stands in <see cref="DeviceAnswer.Path"/>, where it says what was asked in the body.</param>
/// <param name="Body">Null asks by GET; otherwise posted as <paramref name="MediaType"/>.</param>
/// <param name="MediaType">Of the body and of the answer that is wished for.</param>
public sealed record DeviceRequest(string Path, string MediaType, byte[]? Body = null)
{
    /// <summary>A page for people is what is asked for; otherwise one that comes is <see cref="DeviceFailureKind.LoginPage"/>.</summary>
    public bool IsPage { get; init; }
}
