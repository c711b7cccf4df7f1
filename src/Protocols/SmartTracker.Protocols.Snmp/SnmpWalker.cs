using SmartTracker.Protocols.Snmp.Messages;

namespace SmartTracker.Protocols.Snmp;

/// <summary>One question of a walk: type, names, and the two numbers of getBulk.</summary>
internal delegate Task<(SnmpPdu? Pdu, SnmpFailure? Failure)> SnmpAsking(SnmpPduType type, IReadOnlyList<Oid> names, int nonRepeaters, int repetitions, CancellationToken cancellationToken);

/// <summary>Asks on and on for what comes next, until it lies outside.</summary>
internal sealed class SnmpWalker
{
    private readonly Oid _root;
    private readonly SnmpLimits _limits;
    private readonly SnmpAsking _ask;
    private readonly List<SnmpVarbind> _found = [];
    private int _repetitions;
    private int _bytes;
    private Oid _last;

    /// <param name="repetitions">Rows at once; 1 goes by getNext.</param>
    public SnmpWalker(Oid root, int repetitions, SnmpLimits limits, SnmpAsking ask) =>
        (_root, _last, _repetitions, _limits, _ask) = (root, root, repetitions, limits, ask);

    public async Task<SnmpWalk> RunAsync(bool isVersion1, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (pdu, failure) = _repetitions > 1
                ? await _ask(SnmpPduType.GetBulk, [_last], 0, _repetitions, cancellationToken)
                : await _ask(SnmpPduType.GetNext, [_last], 0, 0, cancellationToken);
            if (failure is not null)
                return Walk(failure);
            // Agents that get into trouble over many rows manage them one by one.
            if (_repetitions > 1 && pdu!.ErrorStatus is SnmpErrorStatus.TooBig or SnmpErrorStatus.GenErr)
            {
                _repetitions = pdu.ErrorStatus == SnmpErrorStatus.TooBig ? _repetitions / 2 : 1;
                continue;
            }

            // v1's way to say that nothing comes after (RFC 1157 §4.1.3).
            if (isVersion1 && pdu!.ErrorStatus == SnmpErrorStatus.NoSuchName)
                return Walk(null);
            if (SnmpClient.ErrorOf(pdu!) is { } error)
                return Walk(error);
            if (pdu!.Varbinds.Count == 0)
                return Walk(new SnmpFailure(SnmpFailureKind.NotUnderstood, "an answer without objects"));
            if (Take(pdu.Varbinds, out failure))
                return Walk(failure);
        }
    }

    /// <summary>True where the walk is over.</summary>
    private bool Take(IReadOnlyList<SnmpVarbind> varbinds, out SnmpFailure? failure)
    {
        failure = null;
        foreach (var varbind in varbinds)
        {
            if (varbind.Value.Tag == SnmpTag.EndOfMibView || !varbind.Name.StartsWith(_root))
                return true;
            if (varbind.Name.CompareTo(_last) <= 0)
                failure = new SnmpFailure(SnmpFailureKind.NotIncreasing, varbind.Name.ToString());
            else if (_found.Count == _limits.WalkVarbinds)
                failure = new SnmpFailure(SnmpFailureKind.TooLarge, "walk");
            else if ((_bytes += varbind.Encoded.Length) > _limits.WalkBytes)
                failure = new SnmpFailure(SnmpFailureKind.TooLarge, "walk");
            if (failure is not null)
                return true;
            _found.Add(varbind);
            _last = varbind.Name;
        }

        return false;
    }

    private SnmpWalk Walk(SnmpFailure? failure) => new(_root, _found, failure);
}
