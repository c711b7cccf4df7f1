namespace SmartTracker.Shell.Tenants;

/// <summary>Says that a living process sets a tenant up: a file held open, which the operating system lets go of when the process dies.
/// The file itself stays, because two could hold it if one deleted it.</summary>
internal sealed class SetupClaim : IDisposable
{
    private readonly FileStream _stream;

    private SetupClaim(FileStream stream) => _stream = stream;

    /// <summary>Null while another process, or another request of this one, sets the tenant up.</summary>
    public static SetupClaim? TryTake(DataFolder folder, string tenant)
    {
        try
        {
            return new SetupClaim(new FileStream(folder.SetupClaim(tenant), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _stream.Dispose();
}
