namespace SmartTracker.Protocols.Ipp.Codec;

/// <summary>Reads a message of RFC 8010. Tolerant where the meaning is clear (and says so in <see cref="IppReading.Problems"/>);
/// otherwise ends with a defect that names the byte and keeps the groups before it. Never throws.</summary>
public static class IppDecoder
{
    public static IppReading Decode(ReadOnlyMemory<byte> message, IppLimits? limits = null)
    {
        limits ??= IppLimits.Default;
        if (message.Length > limits.Bytes)
            return new IppReading { Defect = IppDefect.TooLarge, DefectDetail = $"{message.Length} bytes, more than {limits.Bytes}" };

        var pass = new IppMessagePass(new IppBytes(message), limits);
        try
        {
            pass.Read();
            return pass.Reading(null, null);
        }
        catch (IppFormatException exception)
        {
            return pass.Reading(exception.Defect, exception.Message);
        }
    }
}
