using System.Collections.Concurrent;
using SmartTracker.PrinterReaders;
using SmartTracker.PrinterReaders.Names;

namespace SmartTracker.Agent.Tests;

/// <summary>A printer that answers what the test says, and remembers what it was asked.</summary>
internal sealed class ScriptedReader : IPrinterReader
{
    private int _next;

    public ConcurrentQueue<(PrinterConnection Connection, string? Cursor)> Asked { get; } = new();

    public Func<PrinterConnection, ReaderFailure?> Fails { get; set; } = _ => null;

    public byte[] Body { get; set; } = [1];

    public string Protocol => "piws";

    public Task<PrinterContact> ReadIdentityAsync(PrinterConnection connection, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<PrinterFetch> FetchAsync(PrinterConnection connection, string? cursor, CancellationToken cancellationToken)
    {
        Asked.Enqueue((connection, cursor));
        var failure = Fails(connection);
        var certificate = new PrinterCertificate("KEY", "CN=printer", "CN=printer", Make.Noon, Make.Noon.AddYears(1), true, false);
        return Task.FromResult(new PrinterFetch(failure is null ? [new RawAnswer("/jobs", Make.Noon, 200, null, Body, true)] : [], certificate, failure));
    }

    public PrinterObservation Interpret(IReadOnlyList<RawAnswer> answers) =>
        new() { Coverage = new ObservationCoverage("queue", 0, 1, null), NextCursor = $"local/{Interlocked.Increment(ref _next)}" };

    /// <summary>Says how, so that a test sees what would be kept.</summary>
    public RawAnswer Withhold(RawAnswer answer, NamePrivacy privacy) => answer with { Body = System.Text.Encoding.UTF8.GetBytes(privacy.OfUser("Anna")!) };
}
