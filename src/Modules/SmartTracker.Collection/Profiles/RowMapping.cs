using System.Globalization;
using System.Text.Json;
using NodaTime;
using SmartTracker.Protocols.Ews.Tables;

namespace SmartTracker.Collection.Profiles;

/// <summary>A row of a file as the import understands it.</summary>
/// <param name="Values">By the import's names; ink by channel.</param>
/// <param name="Faults">Where there is one, the row is not imported.</param>
public sealed record MappedRow(int Number, IReadOnlyDictionary<ProfileField, object> Values, IReadOnlyDictionary<string, long> Ink, IReadOnlyList<CellFault> Faults);

/// <summary>From rows of a file to rows of an import, by a profile. Pure: the same row gives the same answer.</summary>
public sealed class RowMapping
{
    private const int LongestText = 1000;
    private const int LongestId = 200;
    private const long LargestFigure = 100_000_000_000;
    private const long WidestMedia = 100_000_000;
    private const int MostPages = 1_000_000;

    private readonly List<(ProfileColumn Column, int Place)> _columns;
    private readonly Dictionary<(ProfileField, string), string> _words;
    private readonly CellReading _reading;
    private readonly string? _serial;
    private readonly IReadOnlySet<string>? _serials;

    /// <param name="serial">Of the printer that all rows without one are of, or null.</param>
    /// <param name="serials">Of registered printers; null lets every one pass.</param>
    public RowMapping(ProfileDefinition profile, ProfileTable table, DateTimeZone zone, DateTimeOffset now, string? serial, IReadOnlySet<string>? serials)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(table);
        _columns = [.. profile.Columns.Where(column => column.Field != ProfileField.Ignore).Select(column => (column, table.IndexOf(column.Name)))];
        _words = profile.Words.GroupBy(word => (word.Field, word.Word.ToUpperInvariant())).ToDictionary(same => same.Key, same => same.First().Means);
        _reading = new CellReading(profile, zone, now);
        (_serial, _serials) = (serial, serials);
        Missing = [.. _columns.Where(column => column.Place < 0).Select(column => column.Column.Name)];
    }

    /// <summary>Columns of the profile that the file has not.</summary>
    public IReadOnlyList<string> Missing { get; }

    public MappedRow Map(TableRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var values = new Dictionary<ProfileField, object>();
        var ink = new Dictionary<string, long>(StringComparer.Ordinal);
        var faults = new List<CellFault>();
        foreach (var (column, place) in _columns.Where(column => !ProfileFields.IsTime(column.Column.Field)))
        {
            var cell = row[place];
            if (!CellReading.IsEmpty(cell) && Read(column, cell, values, ink) is { } kind)
                faults.Add(new CellFault(row.Number, column.Name, column.Field, kind, cell.Text));
        }

        foreach (var field in new[] { ProfileField.SubmittedAt, ProfileField.CompletedAt })
            ReadTime(row, field, values, faults);
        Complete(row.Number, values, faults);
        return new MappedRow(row.Number, values, ink, faults);
    }

    /// <summary>As a line of the import.</summary>
    public static void Write(MappedRow row, Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        foreach (var (field, value) in row.Values)
        {
            var name = ImportName(field);
            if (value is long number)
                json.WriteNumber(name, number);
            else
                json.WriteString(name, value is DateTimeOffset moment ? moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture) : (string)value);
        }

        if (row.Ink.Count > 0)
        {
            json.WriteStartObject("inkNl");
            foreach (var (channel, nanolitres) in row.Ink)
                json.WriteNumber(channel, nanolitres);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static string ImportName(ProfileField field) => field switch
    {
        ProfileField.MediaWidth => "mediaWidthUm",
        ProfileField.PageArea => "pageAreaMm2",
        ProfileField.MediaArea => "mediaAreaMm2",
        _ => JsonNamingPolicy.CamelCase.ConvertName(field.ToString()),
    };

    private CellFaultKind? Read(ProfileColumn column, TableCell cell, Dictionary<ProfileField, object> values, Dictionary<string, long> ink)
    {
        switch (column.Field)
        {
            case ProfileField.Pages or ProfileField.Copies:
                return Keep(_reading.Count(cell, MostPages, out var count), count);
            case ProfileField.MediaWidth:
                return Keep(_reading.Amount(cell, column, WidestMedia, out var width), width);
            case ProfileField.PageArea or ProfileField.MediaArea:
                return Keep(_reading.Amount(cell, column, LargestFigure, out var area), area);
            case ProfileField.Ink:
                var wrong = _reading.Amount(cell, column, LargestFigure, out var nanolitres);
                if (wrong is null)
                    ink[column.Channel ?? ""] = ink.GetValueOrDefault(column.Channel ?? "") + nanolitres!.Value;
                return wrong;
            case ProfileField.JobKind or ProfileField.Status:
                if (!_words.TryGetValue((column.Field, cell.Text.ToUpperInvariant()), out var means))
                    return CellFaultKind.UnknownWord;
                values[column.Field] = means;
                return null;
            default:
                var longest = column.Field is ProfileField.PrinterSerial or ProfileField.DeviceJobId ? LongestId : LongestText;
                if (cell.Text.Length > longest)
                    return CellFaultKind.TooLong;
                values[column.Field] = cell.Text;
                return null;
        }

        CellFaultKind? Keep(CellFaultKind? fault, long? value)
        {
            if (fault is null)
                values[column.Field] = value!.Value;
            return fault;
        }
    }

    private void ReadTime(TableRow row, ProfileField field, Dictionary<ProfileField, object> values, List<CellFault> faults)
    {
        var columns = _columns.Where(column => column.Column.Field == field && !CellReading.IsEmpty(row[column.Place])).ToList();
        if (columns.Count == 0)
            return;
        if (_reading.Moment([.. columns.Select(column => row[column.Place])], out var moment) is { } kind)
            faults.Add(new CellFault(row.Number, columns[0].Column.Name, field, kind, string.Join(' ', columns.Select(column => row[column.Place].Text))));
        else
            values[field] = moment!.Value;
    }

    private void Complete(int row, Dictionary<ProfileField, object> values, List<CellFault> faults)
    {
        if (_serial is not null)
            values.TryAdd(ProfileField.PrinterSerial, _serial);
        if (!values.TryGetValue(ProfileField.PrinterSerial, out var serial))
            faults.Add(new CellFault(row, Name(ProfileField.PrinterSerial), ProfileField.PrinterSerial, CellFaultKind.Missing));
        else if (_serials?.Contains((string)serial) == false)
            faults.Add(new CellFault(row, Name(ProfileField.PrinterSerial), ProfileField.PrinterSerial, CellFaultKind.UnknownPrinter, (string)serial));
        if (!values.ContainsKey(ProfileField.CompletedAt) && !values.ContainsKey(ProfileField.SubmittedAt) && !faults.Exists(fault => ProfileFields.IsTime(fault.Field)))
            faults.Add(new CellFault(row, Name(ProfileField.CompletedAt) ?? Name(ProfileField.SubmittedAt), ProfileField.CompletedAt, CellFaultKind.Missing));
    }

    private string? Name(ProfileField field) => _columns.Find(column => column.Column.Field == field).Column?.Name;
}
