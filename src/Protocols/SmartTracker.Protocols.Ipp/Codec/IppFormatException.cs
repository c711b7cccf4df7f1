namespace SmartTracker.Protocols.Ipp.Codec;

/// <summary>Ends the reading of a message; never leaves the decoder.</summary>
internal sealed class IppFormatException(IppDefect defect, int offset, string detail) : Exception($"byte {offset}, {detail}")
{
    public IppDefect Defect { get; } = defect;
}
