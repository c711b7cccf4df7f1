using System.Globalization;
using System.Text.Json;
using NodaTime;
using SmartTracker.Collection.Import;
using SmartTracker.Protocols.Ews.Tables;

namespace SmartTracker.Collection.Profiles;

/// <summary>A row of a file as the import understands it.</summary>
/// <param name="Values">By the import's names; ink by channel.</param>
/// <param name="Faults">Where there is one, the row is not imported.</param>
public sealed record MappedRow(int Number, IReadOnlyDictionary<ImportField, object> Values, IReadOnlyDictionary<string, long> Ink, IReadOnlyList<CellFault> Faults);

/// <summary>From rows of a file to rows of an import, by a profile. Pure: the same row gives the same answer.</summary>
public sealed class RowMapping
{
    private const int LongestText = 1000;
    private const int LongestId = 200;
    private const long LargestFigure = 100_000_000_000;
    private const long WidestMedia = 100_000_000;
    private const int MostPages = 1_000_000;

    private readonly List<(ProfileColumn Column, int Place)> _columns;
    private readonly Dictionary<(ImportField, string), string> _words;
    private readonly CellReading _reading;
    private readonly string? _serial;
    private readonly IReadOnlySet<string>? _serials;

    /// <param name="serial">Of the printer that all rows without one are of, or null.</param>
    /// <param name="serials">Of registered printers; null lets every one pass.</param>
    public RowMapping(ProfileDefinition profile, ProfileTable table, DateTimeZone zone, DateTimeOffset now, string? serial, IReadOnlySet<string>? serials)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(table);
        _columns = [.. profile.Columns.Where(column => column.Field is not null).Select(column => (column, table.IndexOf(column.Name)))];
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
        var values = new Dictionary<ImportField, object>();
        var ink = new Dictionary<string, long>(StringComparer.Ordinal);
        var faults = new List<CellFault>();
        foreach (var (column, place) in _columns.Where(column => !ProfileFields.IsTime(column.Column.Field)))
        {
            var cell = row[place];
            if (!CellReading.IsEmpty(cell) && Read(column, cell, values, ink) is { } kind)
                faults.Add(new CellFault(row.Number, column.Name, column.Field!.Value, kind, cell.Text));
        }

        foreach (var field in new[] { ImportField.SubmittedAt, ImportField.CompletedAt })
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
            var name = ImportFields.Name(field);
            if (value is long number)
                json.WriteNumber(name, number);
            else
                json.WriteString(name, value is DateTimeOffset moment ? moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture) : (string)value);
        }

        if (row.Ink.Count > 0)
        {
            json.WriteStartObject(ImportFields.Name(ImportField.InkNl));
            foreach (var (channel, nanolitres) in row.Ink)
                json.WriteNumber(channel, nanolitres);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private CellFaultKind? Read(ProfileColumn column, TableCell cell, Dictionary<ImportField, object> values, Dictionary<string, long> ink)
    {
        switch (column.Field)
        {
            case ImportField.Pages or ImportField.Copies:
                return Keep(_reading.Count(cell, MostPages, out var count), count);
            case ImportField.MediaWidthUm:
                return Keep(_reading.Amount(cell, column, WidestMedia, out var width), width);
            case ImportField.PageAreaMm2 or ImportField.MediaAreaMm2:
                return Keep(_reading.Amount(cell, column, LargestFigure, out var area), area);
            case ImportField.InkNl:
                var wrong = _reading.Amount(cell, column, LargestFigure, out var nanolitres);
                if (wrong is null)
                    ink[column.Channel ?? ""] = ink.GetValueOrDefault(column.Channel ?? "") + nanolitres!.Value;
                return wrong;
            case ImportField.JobKind or ImportField.Status:
                if (!_words.TryGetValue((column.Field.Value, cell.Text.ToUpperInvariant()), out var means))
                    return CellFaultKind.UnknownWord;
                values[column.Field!.Value] = means;
                return null;
            default:
                var longest = column.Field is ImportField.PrinterSerial or ImportField.DeviceJobId ? LongestId : LongestText;
                if (cell.Text.Length > longest)
                    return CellFaultKind.TooLong;
                values[column.Field!.Value] = cell.Text;
                return null;
        }

        CellFaultKind? Keep(CellFaultKind? fault, long? value)
        {
            if (fault is null)
                values[column.Field!.Value] = value!.Value;
            return fault;
        }
    }

    private void ReadTime(TableRow row, ImportField field, Dictionary<ImportField, object> values, List<CellFault> faults)
    {
        var columns = _columns.Where(column => column.Column.Field == field && !CellReading.IsEmpty(row[column.Place])).ToList();
        if (columns.Count == 0)
            return;
        if (_reading.Moment([.. columns.Select(column => row[column.Place])], out var moment) is { } kind)
            faults.Add(new CellFault(row.Number, columns[0].Column.Name, field, kind, string.Join(' ', columns.Select(column => row[column.Place].Text))));
        else
            values[field] = moment!.Value;
    }

    private void Complete(int row, Dictionary<ImportField, object> values, List<CellFault> faults)
    {
        if (_serial is not null)
            values.TryAdd(ImportField.PrinterSerial, _serial);
        if (!values.TryGetValue(ImportField.PrinterSerial, out var serial))
            faults.Add(new CellFault(row, Name(ImportField.PrinterSerial), ImportField.PrinterSerial, CellFaultKind.Missing));
        else if (_serials?.Contains((string)serial) == false)
            faults.Add(new CellFault(row, Name(ImportField.PrinterSerial), ImportField.PrinterSerial, CellFaultKind.UnknownPrinter, (string)serial));
        if (!values.ContainsKey(ImportField.CompletedAt) && !values.ContainsKey(ImportField.SubmittedAt) && !faults.Exists(fault => ProfileFields.IsTime(fault.Field)))
            faults.Add(new CellFault(row, Name(ImportField.CompletedAt) ?? Name(ImportField.SubmittedAt), ImportField.CompletedAt, CellFaultKind.Missing));
    }

    private string? Name(ImportField field) => _columns.Find(column => column.Column.Field == field).Column?.Name;
}
