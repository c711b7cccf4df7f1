using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SmartTracker.Crash.Tests;

/// <summary>Counts what this process commits to SQLite, through SQLite's own hooks, and kills the process around one of the commits.</summary>
internal static unsafe partial class SqliteCommits
{
    private const string Library = "e_sqlite3";

    private static int _watching;
    private static int _count;
    private static nint _struck;
    private static Fault? _fault;

    public static int Count => Volatile.Read(ref _count);

    public static void Watch(Fault? fault)
    {
        _fault = fault;
        // Each connection that is opened from now on.
        if (Interlocked.Exchange(ref _watching, 1) == 0 && sqlite3_auto_extension(&Opened) is not 0 and var code)
            throw new InvalidOperationException($"SQLite does not take a hook: {code}.");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Opened(nint database, nint error, nint functions)
    {
        sqlite3_commit_hook(database, &Committing, database);
        return 0;
    }

    // Before anything reaches the write-ahead log.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Committing(nint database)
    {
        if (Interlocked.Increment(ref _count) == _fault?.Commit)
        {
            if (_fault is { Kind: FaultKind.KillBefore })
                Kill();
            _struck = database;
            // Not when it was opened: opening ends with SQLite's own hook, which looks after checkpoints.
            sqlite3_wal_hook(database, &Committed, 0);
        }

        return 0;
    }

    // The transaction is in the write-ahead log and its lock is released, but whoever committed waits for the answer.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Committed(nint argument, nint database, nint name, int pages)
    {
        if (database == Interlocked.Exchange(ref _struck, 0))
        {
            if (_fault is { Kind: FaultKind.KillLater } later)
                _ = Task.Delay(later.Milliseconds).ContinueWith(_ => Kill(), TaskScheduler.Default);
            else
                Kill();
        }

        return 0;
    }

    private static void Kill()
    {
        Process.GetCurrentProcess().Kill();
        Thread.Sleep(Timeout.Infinite);
    }

    [LibraryImport(Library)]
    private static partial int sqlite3_auto_extension(delegate* unmanaged[Cdecl]<nint, nint, nint, int> opened);

    [LibraryImport(Library)]
    private static partial nint sqlite3_commit_hook(nint database, delegate* unmanaged[Cdecl]<nint, int> committing, nint argument);

    [LibraryImport(Library)]
    private static partial nint sqlite3_wal_hook(nint database, delegate* unmanaged[Cdecl]<nint, nint, nint, int, int> committed, nint argument);
}
