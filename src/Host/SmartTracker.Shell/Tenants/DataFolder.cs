namespace SmartTracker.Shell.Tenants;

/// <summary>The <c>App_Data</c> folder and the places in it.</summary>
public sealed class DataFolder
{
    public DataFolder(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "Sites"));
    }

    public string Path { get; }

    public string TenantsFile => System.IO.Path.Combine(Path, "tenants.json");

    public string LockFile => System.IO.Path.Combine(Path, ".lock");

    public string Site(string tenant) => System.IO.Path.Combine(Path, "Sites", tenant);

    public string SiteFile(string tenant) => System.IO.Path.Combine(Site(tenant), "appsettings.json");

    public string DatabaseFile(string tenant) => System.IO.Path.Combine(Site(tenant), "smarttracker.db");

    /// <summary>Held open by the process that sets the tenant up.</summary>
    public string SetupClaim(string tenant) => System.IO.Path.Combine(Path, ".setup." + tenant.ToLowerInvariant());

    public string Keys(string tenant) => System.IO.Path.Combine(Site(tenant), "keys");

    /// <summary>Writes all or nothing: a temporary file is flushed to disk and then takes the name.</summary>
    /// <param name="secret">Only the owner may read it.</param>
    public static void WriteAtomically(string file, string content, bool secret = false)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        var temporary = file + "." + Guid.NewGuid().ToString("N") + ".tmp";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (secret && !OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(temporary, options))
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(content));
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, file, overwrite: true);
    }
}
