using System.Globalization;
using Microsoft.Extensions.Localization;
using SmartTracker.Collection.Import;

namespace SmartTracker.Collection.Profiles;

/// <summary>Fields, faults and files in the reader's language.</summary>
public sealed class ProfileWords(IStringLocalizer<Texts> t)
{
    /// <param name="field">Null for a column that is passed over.</param>
    public string Field(ImportField? field) => field switch
    {
        ImportField.PrinterSerial => t["Serial number of the printer"],
        ImportField.DeviceJobId => t["Number of the job"],
        ImportField.JobKind => t["Kind of job"],
        ImportField.Status => t["State"],
        ImportField.UserName => t["User"],
        ImportField.JobName => t["Document"],
        ImportField.AccountId => t["Account given at the printer"],
        ImportField.SubmittedAt => t["Sent at"],
        ImportField.CompletedAt => t["Printed at"],
        ImportField.Pages => t["Pages"],
        ImportField.Copies => t["Copies"],
        ImportField.MediaType => t["Media"],
        ImportField.MediaWidthUm => t["Width of the media"],
        ImportField.PageAreaMm2 => t["Printed area"],
        ImportField.MediaAreaMm2 => t["Media used"],
        ImportField.InkNl => t["Ink"],
        _ => t["passed over"],
    };

    public string Unit(string unit) => unit == ProfileUnits.InCell ? t["as in the cell"] : unit;

    public string Meaning(string word) => word switch
    {
        "print" => t["Print"],
        "copy" => t["Copy"],
        "scan" => t["Scan"],
        "internal" => t["Internal"],
        "completed" => t["Completed"],
        "cancelled" => t["Cancelled"],
        "failed" => t["Failed"],
        "pending" => t["not finished"],
        _ => word,
    };

    public string Describe(ProfileFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return fault.Kind switch
        {
            ProfileFaultKind.NoTime => t["Choose the column that says when a job was printed or sent; it decides the month."],
            ProfileFaultKind.NoDateFormat => t["Choose the date format; the sample does not leave only one."],
            ProfileFaultKind.DateFormat => t["{0} is no date format. It needs at least year, month and day, such as dd.MM.yyyy HH:mm.", fault.Text],
            ProfileFaultKind.TimeZone => t["{0} is no time zone. Write it as Europe/Berlin, or leave it empty for yours.", fault.Text],
            ProfileFaultKind.FieldTwice => t["{0}: two columns cannot both be it. A time may stand in two columns, date and time of day.", Enum.TryParse<ImportField>(fault.Text, out var field) ? Field(field) : fault.Text],
            ProfileFaultKind.NoChannel => t["Column {0}: name the ink, such as C or PK, with up to 20 characters; for all inks together write all.", fault.Text],
            ProfileFaultKind.ChannelTwice => t["Ink {0} stands in two columns.", fault.Text],
            ProfileFaultKind.Unit => t["Column {0}: choose its unit.", fault.Text],
            ProfileFaultKind.Word => t["Choose what {0} means.", fault.Text],
            _ => t["At most {0} columns can be mapped.", ProfileDefinition.MostColumns],
        };
    }

    /// <summary>What is wrong in a row, with the cell.</summary>
    public string Describe(CellFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var cell = fault.Raw.Length > 60 ? fault.Raw[..60] + "…" : fault.Raw;
        return fault.Kind switch
        {
            CellFaultKind.Missing => t["{0} is missing.", Field(fault.Field)],
            CellFaultKind.NotANumber => t["“{0}” is not a number in this profile’s format.", cell],
            CellFaultKind.NotWhole => t["“{0}” is not a whole number.", cell],
            CellFaultKind.Negative => t["“{0}” is negative.", cell],
            CellFaultKind.TooLarge => t["“{0}” is larger than any real job.", cell],
            CellFaultKind.TooLong => t["“{0}” is too long.", cell],
            CellFaultKind.NotADate => t["“{0}” is not a date in this profile’s format.", cell],
            CellFaultKind.ImpossibleDate => t["“{0}” lies before the year 2000 or in the future.", cell],
            CellFaultKind.UnknownUnit => t["“{0}” has no unit that fits.", cell],
            CellFaultKind.UnknownWord => t["The profile does not say what “{0}” means.", cell],
            _ => t["No printer with the serial number {0} is registered.", cell],
        };
    }

    /// <summary>Why a file was not read; null where it was.</summary>
    public string? Describe(ProfileImport import)
    {
        ArgumentNullException.ThrowIfNull(import);
        if (import.Defect is { } defect)
            return Describe(defect);
        if (import.MissingTable is { } table)
            return t["The file has no sheet, table or element {0}, which the profile reads. Nothing was imported.", table];
        return import.MissingColumns.Count > 0
            ? t["The file has not these columns of the profile: {0}. Nothing was imported.", string.Join(", ", import.MissingColumns.Take(20))].Value
            : null;
    }

    public string Describe(FileDefect defect) => defect switch
    {
        FileDefect.NotATable => t["The file holds no table: neither columns nor a table of a page nor repeated XML elements. Nothing was imported."],
        FileDefect.TooLarge => t["The file is larger than {0} MB, unpacks to far more, or has more rows than are read at once. Divide it.", (FileTables.LargestFile / (1024 * 1024)).ToString(CultureInfo.InvariantCulture)],
        _ => t["The file is damaged or protected, or it is XML with a document type, which is refused. Nothing was imported."],
    };

    public string Kind(FileKind kind) => kind switch
    {
        FileKind.Spreadsheet => t["Spreadsheet"],
        FileKind.Html => t["Web page"],
        FileKind.Xml => "XML",
        _ => t["Text with columns"],
    };
}
