using System.Buffers.Binary;

namespace SmartTracker.Protocols.Ews.Tables;

/// <summary>Whether a compound file (MS-CFB) has all the sectors that it says are used: a reader would take what was cut off for zeros.</summary>
internal static class CompoundSize
{
    private const int HeaderLength = 512;
    private const int TablesInHeader = 109;
    private const uint LastRegular = 0xFFFFFFFA;
    private const uint Free = 0xFFFFFFFF;

    /// <summary>What is wrong, or null; files without the compound frame have nothing to check.</summary>
    public static TableDefect? Check(ReadOnlySpan<byte> file)
    {
        if (file is [0x09, ..])
            return null;
        if (file.Length < HeaderLength)
            return TableDefect.CutOff;
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(file[30..]);
        if (shift is not (9 or 12))
            return TableDefect.Damaged;

        var size = 1 << shift;
        var tables = Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(file[44..]), TablesInHeader);
        for (var table = 0; table < tables; table++)
        {
            var sector = BinaryPrimitives.ReadUInt32LittleEndian(file[(76 + table * 4)..]);
            if (sector > LastRegular)
                continue;
            var start = (sector + 1L) * size;
            if (start + size > file.Length)
                return TableDefect.CutOff;
            var entries = file.Slice((int)start, size);
            for (var entry = size / 4 - 1; entry >= 0; entry--)
            {
                if (BinaryPrimitives.ReadUInt32LittleEndian(entries[(entry * 4)..]) == Free)
                    continue;
                // The highest used sector of this table.
                if ((((long)table * (size / 4)) + entry + 2) * size > file.Length)
                    return TableDefect.CutOff;
                break;
            }
        }

        return null;
    }
}
