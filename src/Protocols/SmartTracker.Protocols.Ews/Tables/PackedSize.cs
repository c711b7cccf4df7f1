using System.IO.Compression;

namespace SmartTracker.Protocols.Ews.Tables;

/// <summary>How large an Excel file is when unpacked, found out by unpacking it into nothing: sizes that a zip file claims may be lies.</summary>
internal static class PackedSize
{
    private const int MostEntries = 1000;

    /// <summary>What is wrong, or null.</summary>
    public static TableDefect? Check(ReadOnlyMemory<byte> document, long most)
    {
        try
        {
            using var stream = new MemoryStream(document.ToArray(), writable: false);
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            if (zip.Entries.Count > MostEntries)
                return TableDefect.TooLarge;
            var buffer = new byte[64 * 1024];
            var unpacked = 0L;
            foreach (var entry in zip.Entries)
            {
                using var content = entry.Open();
                int read;
                while ((read = content.Read(buffer)) > 0)
                {
                    unpacked += read;
                    if (unpacked > most)
                        return TableDefect.TooLarge;
                }
            }

            return null;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException)
        {
            return TableDefect.Damaged;
        }
    }
}
