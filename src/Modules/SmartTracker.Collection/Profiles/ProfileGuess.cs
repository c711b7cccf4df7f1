using System.Globalization;
using System.Text.RegularExpressions;
using SmartTracker.Collection.Import;
using SmartTracker.PrinterReaders.Ews;
using SmartTracker.Protocols.Ews.Tables;
using SmartTracker.Protocols.Ews.Words;

namespace SmartTracker.Collection.Profiles;

/// <summary>A first mapping from what a sample shows, for a person to correct. What the sample does not tell is left open.</summary>
public static partial class ProfileGuess
{
    /// <summary>Ink whose channels the file does not tell, named as the reader of accounting pages names it.</summary>
    private const string AllChannels = "all";

    /// <summary>The formats that are offered.</summary>
    public static IReadOnlyList<string> DateFormats { get; } =
    [
        "dd.MM.yyyy HH:mm:ss", "d.M.yyyy H:mm:ss", "dd.MM.yyyy HH:mm", "d.M.yyyy H:mm", "dd.MM.yyyy", "dd/MM/yyyy HH:mm:ss", "d/M/yyyy H:mm", "MM/dd/yyyy HH:mm:ss", "M/d/yyyy h:mm:ss tt",
        "M/d/yyyy h:mm tt", "MMM d, yyyy h:mm:ss tt", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ssK", CellReading.UnixSeconds,
    ];

    public static ProfileDefinition Of(FileTable table, string? name, int headingRow)
    {
        var named = ProfileTable.Of(table, headingRow);
        var columns = named.Columns.Select((column, place) => Column(column, named.Rows.Select(row => row[place]).ToList())).ToList();
        var times = columns.Select((column, place) => (column, place)).Where(column => ProfileFields.IsTime(column.column.Field)).Select(column => column.place).ToList();
        return new ProfileDefinition
        {
            Table = name,
            HeadingRow = headingRow,
            Columns = columns,
            DecimalMark = Mark(named, columns),
            DateFormat = DateFormat(named, times),
            Words = Words(named, columns),
        };
    }

    /// <summary>One column, as its heading and its cells say.</summary>
    public static ProfileColumn Column(string heading, IReadOnlyList<TableCell> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        if (OwnName(heading) is { } own)
            return own;
        var (meanings, unit) = EwsHeadings.Find(heading);
        var field = meanings.Select(meaning => Field(meaning.Column)).FirstOrDefault(found => found is not null);
        if (field is null)
            (field, unit) = PlainHeadings.Find(heading);
        var isInCell = cells.Any(cell => cell.Number is null && UnitBehind().IsMatch(cell.Text));
        var units = ProfileFields.Units(field);
        return new ProfileColumn(
            heading, field, units.Count == 0 ? null : unit is not null && units.Contains(unit) ? unit : isInCell ? ProfileUnits.InCell : units[0], field == ImportField.InkNl ? AllChannels : null);
    }

    /// <summary>The words of the sample in one column, each once.</summary>
    public static IReadOnlyList<ProfileWord> Words(ProfileTable table, IReadOnlyList<ProfileColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(columns);
        return
        [
            .. columns.Where(column => ProfileFields.HasWords(column.Field)).SelectMany(column => table.IndexOf(column.Name) is var place
                ? table.Rows.Select(row => row[place]).Where(cell => !CellReading.IsEmpty(cell)).Select(cell => cell.Text).Distinct(StringComparer.OrdinalIgnoreCase).Take(50)
                    .Select(word => new ProfileWord(column.Field!.Value, word, Meaning(column.Field!.Value, word)))
                : []),
        ];
    }

    /// <summary>Empty where nobody knows.</summary>
    private static string Meaning(ImportField field, string word)
    {
        if (ProfileFields.Words(field).FirstOrDefault(known => known.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } own)
            return own;
        return (field == ImportField.Status ? EwsJobWords.StatusOf(word)?.ToString() : EwsJobWords.KindOf(word)?.ToString())?.ToLowerInvariant() ?? "";
    }

    private static ProfileColumn? OwnName(string heading)
    {
        if (InkName().Match(heading) is { Success: true } ink)
            return new ProfileColumn(heading, ImportField.InkNl, "nl", ink.Groups["channel"].Value.ToUpperInvariant());
        if (!ImportFields.ByName.TryGetValue(heading, out var own))
            return null;
        return own switch
        {
            ImportField.MediaWidthUm => new ProfileColumn(heading, ImportField.MediaWidthUm, "µm"),
            ImportField.PageAreaMm2 => new ProfileColumn(heading, ImportField.PageAreaMm2, "mm²"),
            ImportField.MediaAreaMm2 => new ProfileColumn(heading, ImportField.MediaAreaMm2, "mm²"),
            ImportField.InkNl => null,
            _ => new ProfileColumn(heading, own),
        };
    }

    private static ImportField? Field(EwsColumn column) => column switch
    {
        EwsColumn.Document => ImportField.JobName,
        EwsColumn.JobType => ImportField.JobKind,
        EwsColumn.Status => ImportField.Status,
        EwsColumn.Copies => ImportField.Copies,
        EwsColumn.Pages => ImportField.Pages,
        EwsColumn.MediaType => ImportField.MediaType,
        EwsColumn.MediaArea => ImportField.MediaAreaMm2,
        EwsColumn.InkUsed => ImportField.InkNl,
        EwsColumn.User => ImportField.UserName,
        EwsColumn.Account => ImportField.AccountId,
        EwsColumn.PrintedAt => ImportField.CompletedAt,
        _ => null,
    };

    private static DecimalMark Mark(ProfileTable table, List<ProfileColumn> columns)
    {
        var texts = columns.Where(column => ProfileFields.Units(column.Field).Count > 0).Select(column => table.IndexOf(column.Name))
            .SelectMany(place => table.Rows.Select(row => row[place])).Where(cell => cell.Number is null).Select(cell => cell.Text).ToList();
        return texts.Exists(text => PointBeforeDecimals().IsMatch(text)) && !texts.Exists(text => CommaBeforeDecimals().IsMatch(text)) ? DecimalMark.Point : DecimalMark.Comma;
    }

    /// <summary>The one that fits every date of the sample; empty where none does, or where day and month may be exchanged.</summary>
    private static string DateFormat(ProfileTable table, List<int> places)
    {
        var texts = table.Rows.Select(row => places.Select(place => row[place]).ToList()).Where(cells => cells.Exists(cell => cell.Text.Length > 0) && !cells.TrueForAll(cell => cell.Time is not null))
            .Select(cells => string.Join(' ', cells.Select(cell => cell.Text))).ToList();
        if (texts.Count == 0)
            return places.Count > 0 ? "yyyy-MM-dd HH:mm:ss" : "";
        var fitting = DateFormats.Where(format => texts.TrueForAll(text => Fits(text, format))).ToList();
        return fitting.Count == 0 || (fitting[0].StartsWith("dd/", StringComparison.Ordinal) && fitting.Exists(format => format.StartsWith('M'))) ? "" : fitting[0];
    }

    private static bool Fits(string text, string format) => format == CellReading.UnixSeconds
        ? text.Length is 9 or 10 && text.All(char.IsAsciiDigit)
        : DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    [GeneratedRegex(@"^ink_(?<channel>[a-z0-9]{1,20})_nl$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InkName();

    [GeneratedRegex(@"[0-9]\s*[^\s0-9.,'’+-]")]
    private static partial Regex UnitBehind();

    [GeneratedRegex(@"^[^,]*[0-9]\.(?:[0-9]{1,2}|[0-9]{4,})(?![0-9])")]
    private static partial Regex PointBeforeDecimals();

    [GeneratedRegex(@"[0-9],(?:[0-9]{1,2}|[0-9]{4,})(?![0-9])")]
    private static partial Regex CommaBeforeDecimals();
}
