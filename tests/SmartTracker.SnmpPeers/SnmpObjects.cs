using SmartTracker.Protocols.Snmp;
using SmartTracker.Protocols.Snmp.Messages;

namespace SmartTracker.SnmpPeers;

/// <summary>What an agent knows, in the order of the names.</summary>
public sealed class SnmpObjects
{
    private readonly SnmpVarbind[] _objects;
    private readonly Oid[] _names;

    /// <exception cref="ArgumentException">A name comes twice.</exception>
    public SnmpObjects(IEnumerable<SnmpVarbind> objects)
    {
        _objects = [.. objects.OrderBy(varbind => varbind.Name)];
        _names = [.. _objects.Select(varbind => varbind.Name)];
        if (_names.Distinct().Count() != _names.Length)
            throw new ArgumentException("A name comes twice.", nameof(objects));
    }

    public IReadOnlyList<SnmpVarbind> All => _objects;

    /// <summary>As RFC 3416 §4.2 and, for v1, RFC 1157 §4.1 say.</summary>
    public SnmpPdu Answer(SnmpPdu request, bool isVersion1)
    {
        ArgumentNullException.ThrowIfNull(request);
        var varbinds = request.Type switch
        {
            SnmpPduType.Get => [.. request.Varbinds.Select(asked => Get(asked.Name))],
            SnmpPduType.GetNext => [.. request.Varbinds.Select(asked => Next(asked.Name))],
            SnmpPduType.GetBulk when !isVersion1 => Bulk(request),
            _ => throw new ArgumentOutOfRangeException(nameof(request), request.Type, "An agent is asked get, getNext or getBulk."),
        };
        var absent = isVersion1 ? varbinds.FindIndex(varbind => varbind.Value is SnmpNothing) : -1;
        return absent < 0
            ? new SnmpPdu(SnmpPduType.Response, request.RequestId, SnmpErrorStatus.NoError, 0, varbinds)
            : new SnmpPdu(SnmpPduType.Response, request.RequestId, SnmpErrorStatus.NoSuchName, absent + 1, request.Varbinds);
    }

    private SnmpVarbind Get(Oid name) => Array.BinarySearch(_names, name) is >= 0 and var at ? _objects[at] : new SnmpVarbind(name, new SnmpNothing(SnmpTag.NoSuchInstance));

    private SnmpVarbind Next(Oid name)
    {
        var at = Array.BinarySearch(_names, name);
        at = at >= 0 ? at + 1 : ~at;
        return at < _objects.Length ? _objects[at] : new SnmpVarbind(name, new SnmpNothing(SnmpTag.EndOfMibView));
    }

    private List<SnmpVarbind> Bulk(SnmpPdu request)
    {
        var (once, repetitions) = (Math.Max(request.ErrorStatus, 0), Math.Max(request.ErrorIndex, 0));
        var varbinds = request.Varbinds.Take(once).Select(asked => Next(asked.Name)).ToList();
        var last = request.Varbinds.Skip(once).Select(asked => asked.Name).ToArray();
        for (var row = 0; row < repetitions && last.Length > 0; row++)
        {
            for (var i = 0; i < last.Length; i++)
            {
                var next = Next(last[i]);
                varbinds.Add(next);
                last[i] = next.Name;
            }
        }

        return varbinds;
    }
}
