using System.Text;

namespace SmartTracker.PrinterSimulator.Serving.Ews;

/// <summary>The smallest binary Excel file (MS-XLS, BIFF8) that holds a sheet of texts, in its compound file (MS-CFB).</summary>
public static class XlsFile
{
    private const int Sector = 512;
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;
    private const uint TableSector = 0xFFFFFFFD;

    /// <summary>Smaller streams lie elsewhere in the file.</summary>
    private const int SmallestRegularStream = 4096;

    public static byte[] Write(IEnumerable<IReadOnlyList<string>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Compound(Workbook([.. rows]));
    }

    private static byte[] Workbook(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        Record(writer, 0x0809, Begin(0x0005));
        // Code page 1200: UTF-16.
        Record(writer, 0x0042, BitConverter.GetBytes((ushort)1200));
        const string Name = "Accounting";
        var sheet = (uint)stream.Position + 4 + 8 + (uint)Name.Length + 4;
        Record(writer, 0x0085, [.. BitConverter.GetBytes(sheet), 0, 0, (byte)Name.Length, 0, .. Encoding.ASCII.GetBytes(Name)]);
        Record(writer, 0x000A, []);
        Record(writer, 0x0809, Begin(0x0010));
        var columns = (ushort)rows.Max(row => row.Count);
        Record(writer, 0x0200, [.. BitConverter.GetBytes(0u), .. BitConverter.GetBytes((uint)rows.Count), 0, 0, .. BitConverter.GetBytes(columns), 0, 0]);
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows[row].Count; column++)
            {
                if (rows[row][column].Length > 0)
                    Label(writer, row, column, rows[row][column]);
            }
        }

        Record(writer, 0x000A, []);
        writer.Flush();
        return stream.ToArray();
    }

    private static byte[] Begin(ushort what) => [.. BitConverter.GetBytes((ushort)0x0600), .. BitConverter.GetBytes(what), .. new byte[12]];

    private static void Label(BinaryWriter writer, int row, int column, string text) => Record(writer, 0x0204,
    [
        .. BitConverter.GetBytes((ushort)row), .. BitConverter.GetBytes((ushort)column), 0, 0, .. BitConverter.GetBytes((ushort)text.Length), 1, .. Encoding.Unicode.GetBytes(text),
    ]);

    private static void Record(BinaryWriter writer, ushort kind, byte[] content)
    {
        writer.Write(kind);
        writer.Write((ushort)content.Length);
        writer.Write(content);
    }

    /// <summary>Header, one sector that says which sector follows which, one with the names, then the stream.</summary>
    private static byte[] Compound(byte[] stream)
    {
        var length = Math.Max(stream.Length, SmallestRegularStream);
        var sectors = (length + Sector - 1) / Sector;
        if (sectors > Sector / 4 - 2)
            throw new ArgumentException("So many jobs need more than one sector of chains.", nameof(stream));

        var file = new byte[(3 + sectors) * Sector];
        byte[] header =
        [
            0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[16], 0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0, .. new byte[10],
            .. BitConverter.GetBytes(1u), .. BitConverter.GetBytes(1u), .. new byte[4], .. BitConverter.GetBytes((uint)SmallestRegularStream),
            .. BitConverter.GetBytes(EndOfChain), .. new byte[4], .. BitConverter.GetBytes(EndOfChain), .. new byte[4], .. BitConverter.GetBytes(0u),
        ];
        header.CopyTo(file, 0);
        file.AsSpan(header.Length, Sector - header.Length).Fill(0xFF);

        var chains = Enumerable.Repeat(Free, Sector / 4).ToArray();
        (chains[0], chains[1]) = (TableSector, EndOfChain);
        for (var sector = 0; sector < sectors; sector++)
            chains[2 + sector] = sector == sectors - 1 ? EndOfChain : (uint)(3 + sector);
        Buffer.BlockCopy(chains, 0, file, Sector, Sector);

        Entry(file.AsSpan(2 * Sector, 128), "Root Entry", 5, 1, EndOfChain, 0);
        Entry(file.AsSpan(2 * Sector + 128, 128), "Workbook", 2, Free, 2, (ulong)length);
        stream.CopyTo(file, 3 * Sector);
        return file;
    }

    private static void Entry(Span<byte> entry, string name, byte kind, uint child, uint start, ulong size)
    {
        Encoding.Unicode.GetBytes(name).CopyTo(entry);
        BitConverter.TryWriteBytes(entry[64..], (ushort)((name.Length + 1) * 2));
        entry[66] = kind;
        entry[67] = 1;
        BitConverter.TryWriteBytes(entry[68..], Free);
        BitConverter.TryWriteBytes(entry[72..], Free);
        BitConverter.TryWriteBytes(entry[76..], child);
        BitConverter.TryWriteBytes(entry[116..], start);
        BitConverter.TryWriteBytes(entry[120..], size);
    }
}
