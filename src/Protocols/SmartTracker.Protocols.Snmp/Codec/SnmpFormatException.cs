namespace SmartTracker.Protocols.Snmp.Codec;

/// <summary>Ends the reading of a message; never leaves the decoder.</summary>
internal sealed class SnmpFormatException(int offset, string detail) : Exception($"byte {offset}, {detail}");
