using System.Text.Json;
using SmartTracker.Protocols.Ews.Tables;

namespace SmartTracker.Collection.Profiles;

/// <summary>The beginning of a file, kept with its profile so that a person can go on mapping later.</summary>
public sealed record ProfileSample(FileKind Kind, IReadOnlyList<FileTable> Tables)
{
    public const int MostRows = 40;
    private const int MostTables = 8;
    private const int LongestText = 200;

    public static ProfileSample Of(FileTables file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var largest = file.Largest;
        var tables = file.Tables.OrderByDescending(table => table == largest).ThenBy(table => table.IsSecondary).Take(MostTables);
        return new ProfileSample(file.Kind, [.. tables.Select(table => table with { Rows = [.. table.Rows.Take(MostRows).Select(Short)] })]);
    }

    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public static ProfileSample? FromJson(string? json) => json is null ? null : JsonSerializer.Deserialize<ProfileSample>(json, JsonSerializerOptions.Web);

    /// <summary>The first is the one that is meant where none is named.</summary>
    public FileTable? Find(string? name) => Tables.FirstOrDefault(table => table.Name == name) ?? (Tables is [var first, ..] ? first : null);

    private static TableRow Short(TableRow row) => row with
    {
        Cells = [.. row.Cells.Take(ProfileDefinition.MostColumns).Select(cell => cell.Text.Length > LongestText ? cell with { Text = cell.Text[..LongestText] } : cell)],
    };
}
