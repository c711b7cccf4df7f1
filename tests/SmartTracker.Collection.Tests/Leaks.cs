using System.Data.Common;
using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Data;

namespace SmartTracker.Collection.Tests;

/// <summary>Looks for texts in everything that a tenant left: every column of every table, archived answers unpacked, and every byte of the data folder.</summary>
internal static class Leaks
{
    private const int MostTries = 100;

    public static async Task<IReadOnlyList<string>> FindAsync(World world, params IEnumerable<string> texts)
    {
        var wanted = texts.SelectMany(text => new[] { (text, Bytes: Encoding.UTF8.GetBytes(text)), (text, Bytes: Encoding.Unicode.GetBytes(text)) }).ToList();
        var found = new List<string>();
        foreach (var (place, content) in (await RowsAsync(world)).Concat(Files(world.Host.DataFolder)))
            found.AddRange(wanted.Where(text => content.AsSpan().IndexOf(text.Bytes) >= 0).Select(text => $"{text.text} in {place}"));
        return found;
    }

    public static IReadOnlyList<(string Place, byte[] Content)> Files(string folder)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(Read)];
            }
            catch (FileNotFoundException) when (tries < MostTries)
            {
                // A database that nobody has open any more takes its log into itself: all is read again.
            }
        }
    }

    private static (string Place, byte[] Content) Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return (file, content.ToArray());
    }

    private static Task<List<(string Place, byte[] Content)>> RowsAsync(World world) => world.Host.InTenantAsync(World.Tenant, async services =>
    {
        var context = services.GetRequiredService<CollectionDbContext>();
        await context.Database.OpenConnectionAsync();
        var tables = await ReadAsync(context.Database.GetDbConnection(), services.GetRequiredService<ITenantDatabase>().Engine == DatabaseEngine.Sqlite
            ? "SELECT name FROM sqlite_master WHERE type = 'table'"
            : "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()");
        var rows = new List<(string, byte[])>();
        foreach (var table in tables.Select(table => Encoding.UTF8.GetString(table)))
            rows.AddRange((await ReadAsync(context.Database.GetDbConnection(), $"SELECT * FROM \"{table}\"")).Select(value => (table, value)));
        return rows;
    });

    private static async Task<List<byte[]>> ReadAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names are the database's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<byte[]>();
        while (await reader.ReadAsync())
        {
            for (var column = 0; column < reader.FieldCount; column++)
            {
                if (reader.GetValue(column) is byte[] bytes)
                    values.AddRange([bytes, Unpacked(bytes)]);
                else if (reader.GetValue(column) is string text)
                    values.Add(Encoding.UTF8.GetBytes(text));
            }
        }

        return values;
    }

    private static byte[] Unpacked(byte[] bytes)
    {
        using var content = new MemoryStream();
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
            brotli.CopyTo(content);
        }
        catch (Exception exception) when (exception is InvalidOperationException or InvalidDataException or IOException)
        {
            // Not packed.
        }

        return content.ToArray();
    }
}
