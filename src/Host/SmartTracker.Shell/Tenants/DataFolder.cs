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

    public string Keys(string tenant) => System.IO.Path.Combine(Site(tenant), "keys");

    /// <summary>Writes all or nothing: a temporary file is flushed to disk and then takes the name.</summary>
    public static void WriteAtomically(string file, string content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        var temporary = file + "." + Guid.NewGuid().ToString("N") + ".tmp";
        using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(content));
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, file, overwrite: true);
    }
}
