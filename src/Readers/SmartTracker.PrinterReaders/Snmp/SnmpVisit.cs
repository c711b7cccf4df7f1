using SmartTracker.Protocols.Snmp;
using SmartTracker.Protocols.Snmp.Messages;

namespace SmartTracker.PrinterReaders.Snmp;

/// <summary>One visit to an agent: a raw answer for each subtree that holds anything. Goes on where only one subtree is broken.</summary>
internal sealed class SnmpVisit(SnmpClient client, SnmpConnection connection, TimeProvider clock, CancellationToken cancellationToken)
{
    private readonly List<RawAnswer> _answers = [];
    private bool _isOver;

    public IReadOnlyList<RawAnswer> Answers => _answers;

    /// <summary>The first one.</summary>
    public ReaderFailure? Failure { get; private set; }

    public async Task CollectAsync()
    {
        var isHp = false;
        foreach (var root in SnmpNames.Always)
        {
            var found = await WalkAsync(root);
            isHp |= found.Any(varbind => varbind.Name == SnmpNames.SysObjectId && varbind.Value is SnmpOid { Value: var maker } && maker.StartsWith(SnmpNames.Hp));
        }

        foreach (var root in isHp ? SnmpNames.OfHp : [])
            await WalkAsync(root);
        // An agent of something that is no printer, or one that shows us nothing of it.
        if (Failure is null && !_answers.Any(answer => SnmpPaths.IsOfPrinter(answer.Path)))
            Failure = new ReaderFailure(ReaderFailureCode.NotFound, SnmpPaths.Of(SnmpNames.General));
    }

    private async Task<IReadOnlyList<SnmpVarbind>> WalkAsync(Oid root)
    {
        if (_isOver)
            return [];
        var walk = await client.WalkAsync(root, cancellationToken);
        if (walk.Varbinds.Count > 0)
            _answers.Add(new RawAnswer(SnmpPaths.Of(root), clock.GetUtcNow(), SnmpPaths.Whole, SnmpPaths.ContentType, walk.Encoded(), walk.IsWhole));
        if (walk.Failure is { } failure)
        {
            Failure ??= SnmpFailures.Of(failure, connection, SnmpPaths.Of(root));
            _isOver = !SnmpFailures.IsOfOneSubtree(failure);
        }

        return walk.Varbinds;
    }
}
