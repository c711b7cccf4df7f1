using SmartTracker.Protocols.Snmp;
using SmartTracker.Protocols.Snmp.Messages;

namespace SmartTracker.PrinterReaders.Snmp;

/// <summary>Varbinds as the rows of a table (RFC 2578 §7.7): behind the entry's name come the column and the index of the row.</summary>
internal sealed class SnmpTable
{
    private readonly SortedDictionary<Oid, SnmpRow> _rows = [];

    public SnmpTable(Oid entry, IEnumerable<SnmpVarbind> varbinds)
    {
        foreach (var varbind in varbinds)
        {
            if (!varbind.Name.StartsWith(entry) || varbind.Name.Length < entry.Length + 2)
                continue;
            var index = new Oid(varbind.Name.After(entry.Length + 1));
            if (!_rows.TryGetValue(index, out var row))
                _rows[index] = row = new SnmpRow(index);
            row.Set(varbind.Name[entry.Length], varbind.Value);
        }
    }

    /// <summary>In the order of their indexes.</summary>
    public IReadOnlyCollection<SnmpRow> Rows => _rows.Values;

    public SnmpRow? Find(Oid index) => _rows.GetValueOrDefault(index);
}

/// <summary>Absent, empty and of another type are all null.</summary>
/// <param name="index">In tables of the Printer-MIB the device's number among those of the host, then the row's own.</param>
internal sealed class SnmpRow(Oid index)
{
    /// <summary>As long as RFC 3805 lets a text be.</summary>
    private const int LongestText = 255;

    private readonly Dictionary<uint, SnmpValue> _cells = [];

    public Oid Index => index;

    /// <summary>The row's own number.</summary>
    public uint Number => Index.Length == 0 ? 0 : Index[Index.Length - 1];

    public void Set(uint column, SnmpValue value) => _cells[column] = value;

    public SnmpValue? Value(uint column) => _cells.GetValueOrDefault(column);

    public long? Integer(uint column) => (Value(column) as SnmpInteger)?.Value;

    public string? Text(uint column) => TextOf(Value(column));

    public static string? TextOf(SnmpValue? value)
    {
        var text = value is SnmpOctets { Tag: SnmpTag.OctetString } octets ? octets.Text.Trim() : null;
        return string.IsNullOrEmpty(text) ? null : text.Length > LongestText ? text[..LongestText] : text;
    }
}
