using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using NodaTime;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.Import;
using SmartTracker.Collection.Profiles;
using SmartTracker.PrinterSimulator.Serving.Ews;

namespace SmartTracker.Collection.Tests;

/// <summary>From a file of people to rows of an import, without a database.</summary>
public class ProfileMappingTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] Lines =
    [
        "Drucker;Datei;Benutzer;Art;Zustand;Kopien;Fläche;Breite mm;Cyan;Schwarz;Datum;Uhrzeit",
        "CN1;Plan A.pdf;brandt;Druck;fertig;2;1.999,50;914;1,5;0,25;05.10.2026;10:00:00",
        "CN1;Plan B.pdf;;Kopie;fertig;1;0,75;610;-;nicht zutreffend;05.10.2026;23:30:00",
    ];

    private static readonly ProfileDefinition Profile = new()
    {
        DateFormat = "dd.MM.yyyy HH:mm:ss",
        DecimalMark = DecimalMark.Comma,
        Columns =
        [
            new("Drucker", ImportField.PrinterSerial), new("Datei", ImportField.JobName), new("Benutzer", ImportField.UserName), new("Art", ImportField.JobKind),
            new("Zustand", ImportField.Status), new("Kopien", ImportField.Copies), new("Fläche", ImportField.MediaAreaMm2, "m²"), new("Breite mm", ImportField.MediaWidthUm, "mm"),
            new("Cyan", ImportField.InkNl, "ml", "C"), new("Schwarz", ImportField.InkNl, "ml", "K"), new("Datum", ImportField.CompletedAt), new("Uhrzeit", ImportField.CompletedAt),
        ],
        Words = [new(ImportField.JobKind, "druck", "print"), new(ImportField.JobKind, "Kopie", "copy"), new(ImportField.Status, "FERTIG", "completed")],
    };

    [Fact]
    public void A_row_is_read_in_the_units_and_formats_of_the_profile()
    {
        var rows = Map(Text(Lines), Profile);
        Assert.All(rows, row => Assert.Empty(row.Faults));
        Assert.Equal("""{"printerSerial":"CN1","jobName":"Plan A.pdf","userName":"brandt","jobKind":"print","status":"completed","copies":2,"mediaAreaMm2":1999500000,"mediaWidthUm":914000,"completedAt":"2026-10-05T08:00:00Z","inkNl":{"C":1500000,"K":250000}}""", Json(rows[0]));
        // What is not measured is left out, and 23:30 in Berlin is 21:30 UTC.
        Assert.Equal("""{"printerSerial":"CN1","jobName":"Plan B.pdf","jobKind":"copy","status":"completed","copies":1,"mediaAreaMm2":750000,"mediaWidthUm":610000,"completedAt":"2026-10-05T21:30:00Z"}""", Json(rows[1]));
    }

    [Fact]
    public void A_stored_profile_keeps_its_words_for_fields()
    {
        const string Stored = """{"columns":[{"name":"a","field":"mediaArea","unit":"m²"},{"name":"b","field":"ink","unit":"ml","channel":"C"},{"name":"c","field":"ignore"},{"name":"d","field":"completedAt"}]}""";
        var profile = ProfileDefinition.FromJson(Stored);
        Assert.Equal([ImportField.MediaAreaMm2, ImportField.InkNl, null, ImportField.CompletedAt], profile.Columns.Select(column => column.Field));
        var written = profile.ToJson();
        Assert.All<string>(["\"mediaArea\"", "\"ink\"", "\"ignore\"", "\"completedAt\""], word => Assert.Contains(word, written, StringComparison.Ordinal));
        Assert.Throws<JsonException>(() => ProfileDefinition.FromJson("""{"columns":[{"name":"a","field":"mediaAreaMm2"}]}"""));
    }

    [Fact]
    public void The_same_rows_come_out_of_every_kind_of_file()
    {
        var expected = Map(Text(Lines), Profile).Select(Json).ToList();
        var cells = Lines.Select(line => line.Split(';')).ToList();
        var html = "<html><body><table><tr><td>menu</td></tr></table><table>" + string.Concat(cells.Select(row => "<tr>" + string.Concat(row.Select(cell => $"<td>{cell}</td>")) + "</tr>")) + "</table></body></html>";
        Assert.Equal(expected, Map(Encoding.UTF8.GetBytes(html), Profile).Select(Json));
        Assert.Equal(expected, Map(XlsxFile.Write(cells), Profile).Select(Json));
        Assert.Equal(expected, Map(XlsFile.Write(cells), Profile).Select(Json));
        Assert.Equal(expected, Map(Encoding.UTF8.GetPreamble().Concat(Text([.. Lines.Select(line => line.Replace(';', '\t'))])).ToArray(), Profile).Select(Json));

        var names = cells[0].Select(name => name.Replace(" ", "", StringComparison.Ordinal)).ToList();
        var xml = "<?xml version=\"1.0\"?><Jobs xmlns=\"urn:x\"><Made>2026</Made>" + string.Concat(cells.Skip(1).Select(row => $"<Job Drucker=\"{row[0]}\">"
            + string.Concat(row.Skip(1).Select((cell, place) => $"<{names[place + 1]}>{cell}</{names[place + 1]}>")) + "</Job>")) + "</Jobs>";
        var profile = Profile with { Columns = [.. Profile.Columns.Select((column, place) => column with { Name = place == 0 ? "@Drucker" : names[place] })] };
        var rows = Map(Encoding.UTF8.GetBytes(xml), profile);
        Assert.Equal(expected, rows.Select(Json));
        Assert.Equal([1, 2], rows.Select(row => row.Number));
    }

    [Theory]
    [InlineData("Kopien", "1,5", CellFaultKind.NotWhole)]
    [InlineData("Kopien", "zwei", CellFaultKind.NotANumber)]
    [InlineData("Kopien", "-1", CellFaultKind.Negative)]
    [InlineData("Kopien", "2000000", CellFaultKind.TooLarge)]
    [InlineData("Fläche", "1.9", CellFaultKind.NotANumber)]
    [InlineData("Fläche", "1,9,9", CellFaultKind.NotANumber)]
    [InlineData("Fläche", "1,9 m²", CellFaultKind.NotANumber)]
    [InlineData("Cyan", "1e9", CellFaultKind.NotANumber)]
    [InlineData("Datum", "5.13.2026", CellFaultKind.NotADate)]
    [InlineData("Datum", "31.12.2026", CellFaultKind.ImpossibleDate)]
    [InlineData("Datum", "05.10.1999", CellFaultKind.ImpossibleDate)]
    [InlineData("Art", "Fax", CellFaultKind.UnknownWord)]
    [InlineData("Drucker", "CN2", CellFaultKind.UnknownPrinter)]
    [InlineData("Drucker", "", CellFaultKind.Missing)]
    public void What_is_wrong_is_named_with_row_and_column_and_the_other_rows_stay(string column, string cell, CellFaultKind kind)
    {
        var place = Array.IndexOf(Lines[0].Split(';'), column);
        var row = Lines[1].Split(';');
        row[place] = cell;
        var rows = Map(Text([Lines[0], string.Join(';', row.Select(text => text.Contains(',', StringComparison.Ordinal) ? $"\"{text}\"" : text)), Lines[2]]), Profile, ["CN1"]);
        var fault = Assert.Single(rows[0].Faults);
        Assert.Equal((2, column, kind), (fault.Row, fault.Column, fault.Kind));
        Assert.Contains(cell, fault.Raw, StringComparison.Ordinal);
        Assert.Empty(rows[1].Faults);
    }

    [Fact]
    public void A_unit_may_stand_in_each_cell()
    {
        var profile = Profile with { Columns = [.. Profile.Columns.Select(column => column.Unit is null ? column : column with { Unit = ProfileUnits.InCell })] };
        var rows = Map(Text([Lines[0], "CN1;a;;Druck;fertig;1;2 m2;36 in;1,5 ml;0,001 l;05.10.2026;10:00:00", "CN1;b;;Druck;fertig;1;2;36 in;1,5 ml;1 furlong;05.10.2026;10:00:00"]), profile);
        Assert.Empty(rows[0].Faults);
        Assert.Equal((2_000_000L, 914_400L), ((long)rows[0].Values[ImportField.MediaAreaMm2], (long)rows[0].Values[ImportField.MediaWidthUm]));
        Assert.Equal([1_500_000L, 1_000_000L], rows[0].Ink.Values);
        Assert.Equal([CellFaultKind.UnknownUnit, CellFaultKind.UnknownUnit], rows[1].Faults.Select(fault => fault.Kind));
    }

    [Fact]
    public void A_file_without_headings_goes_by_the_number_of_its_columns()
    {
        var profile = new ProfileDefinition
        {
            HeadingRow = 0,
            DateFormat = CellReading.UnixSeconds,
            DecimalMark = DecimalMark.Point,
            Columns = [new("1", ImportField.PrinterSerial), new("2", ImportField.CompletedAt), new("3", ImportField.MediaAreaMm2, "ft²")],
        };
        var row = Assert.Single(Map(Text(["CN1,1791194400,\"1,000.5\""]), profile));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_791_194_400), row.Values[ImportField.CompletedAt]);
        Assert.Equal((long)Math.Round(1000.5m * 92_903.04m, 0, MidpointRounding.AwayFromZero), row.Values[ImportField.MediaAreaMm2]);
    }

    [Fact]
    public void Columns_that_a_file_has_not_are_named() =>
        Assert.Equal(["Fläche"], new RowMapping(Profile, Table(Text([Lines[0].Replace("Fläche", "Area", StringComparison.Ordinal), Lines[1]]), Profile), Berlin, Now, null, null).Missing);

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><Jobs><Job><a>&e;</a></Job></Jobs>", FileDefect.Damaged)]
    [InlineData("<!DOCTYPE Jobs SYSTEM 'jobs.dtd'><Jobs><Job><a>1</a></Job><Job><a>2</a></Job></Jobs>", FileDefect.Damaged)]
    [InlineData("<Jobs><Job><a>1</a></Job>", FileDefect.Damaged)]
    [InlineData("<Jobs>nothing</Jobs>", FileDefect.NotATable)]
    [InlineData("one column\r\nonly\r\n", FileDefect.NotATable)]
    [InlineData("", FileDefect.NotATable)]
    [InlineData("PK\u0003\u0004broken", FileDefect.Damaged)]
    public void A_file_that_is_none_is_refused(string file, FileDefect defect) => Assert.Equal(defect, FileTables.Read(Encoding.UTF8.GetBytes(file)).Defect);

    [Fact]
    public void XML_that_is_too_deep_or_has_too_many_names_is_refused()
    {
        Assert.Equal(FileDefect.TooLarge, FileTables.Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 1000)))).Defect);
        Assert.Equal(FileDefect.TooLarge, FileTables.Read(Encoding.UTF8.GetBytes("<r>" + string.Concat(Enumerable.Range(0, 2000).Select(i => $"<a{i}/>")) + "</r>")).Defect);
    }

    [Fact]
    public void A_sample_gives_a_first_mapping_that_leaves_open_what_it_does_not_tell()
    {
        var table = FileTables.Read(Text(["Document;User;Status;Copies;Substrate usage m²;Ink used ml;Printing time", "a.pdf;mm;printed;1;1.2345;0.5;03/07/2026 10:00:00"])).Largest!;
        var guess = ProfileGuess.Of(table, null, 1);
        Assert.Equal([ImportField.JobName, ImportField.UserName, ImportField.Status, ImportField.Copies, ImportField.MediaAreaMm2, ImportField.InkNl, ImportField.CompletedAt], guess.Columns.Select(column => column.Field));
        Assert.Equal(("m²", "ml", "all", DecimalMark.Point), (guess.Columns[4].Unit, guess.Columns[5].Unit, guess.Columns[5].Channel, guess.DecimalMark));
        Assert.Equal(new ProfileWord(ImportField.Status, "printed", "completed"), Assert.Single(guess.Words));
        // The third of July or the seventh of March: a person must say.
        Assert.Equal("", guess.DateFormat);
        Assert.Equal([ProfileFaultKind.NoDateFormat], ProfileCheck.Check(guess).Select(fault => fault.Kind));

        var plain = ProfileGuess.Of(FileTables.Read(Text(["Seriennummer;Datei;Art;Fläche m²;Rollenbreite;Bemerkung;Gedruckt am", "CN1;a.pdf;Druck;1,5;914 mm;schnell;05.10.2026 10:00:00"])).Largest!, null, 1);
        Assert.Equal(
            [ImportField.PrinterSerial, ImportField.JobName, ImportField.JobKind, ImportField.MediaAreaMm2, ImportField.MediaWidthUm, null, ImportField.CompletedAt],
            plain.Columns.Select(column => column.Field));
        Assert.Equal(("m²", ProfileUnits.InCell), (plain.Columns[3].Unit, plain.Columns[4].Unit));

        var sure = FileTables.Read(Text(["printerSerial;completedAt;mediaAreaMm2;ink_pk_nl", "CN1;2026-10-05T10:00:00+02:00;1000;5"])).Largest!;
        Assert.Empty(ProfileCheck.Check(ProfileGuess.Of(sure, null, 1)));
        Assert.Equal([ImportField.PrinterSerial, ImportField.CompletedAt, ImportField.MediaAreaMm2, ImportField.InkNl], ProfileGuess.Of(sure, null, 1).Columns.Select(column => column.Field));
    }

    [Fact]
    public void A_profile_survives_its_storage_and_its_recipe()
    {
        var row = new ImportProfileRow { Id = ImportProfileId.New(), Name = "Plotter „Süd“", Definition = Profile.ToJson() };
        Assert.Equivalent(Profile, ProfileDefinition.FromJson(row.Definition), strict: true);
        var step = System.Text.Json.Nodes.JsonNode.Parse(ProfilesRecipe.Write(row, "Nordplan"))!["steps"]![0]!.AsObject();
        var (name, definition) = Assert.Single(ProfilesRecipe.Read(step));
        Assert.Equal((row.Name, row.Definition), (name, definition.ToJson()));
    }

    [Theory]
    [InlineData("""{"profiles": 1}""", "'profiles' must be a list")]
    [InlineData("""{"profiles": [{"name": ""}]}""", "profiles[0].name must have")]
    [InlineData("""{"profiles": [{"name": "a", "color": "red"}]}""", "profiles[0] cannot be read")]
    [InlineData("""{"profiles": [{"name": "a", "columns": [{"name": "x", "field": "weight"}]}]}""", "profiles[0] cannot be read")]
    [InlineData("""{"profiles": [{"name": "a", "dateFormat": "HH:mm", "columns": [{"name": "x", "field": "completedAt"}]}]}""", "DateFormat HH:mm")]
    [InlineData("""{"profiles": [{"name": "a", "dateFormat": "dd.MM.yyyy", "columns": [{"name": "x", "field": "completedAt"}, {"name": "y", "field": "ink", "unit": "ml"}]}]}""", "NoChannel y")]
    public void A_wrong_recipe_says_where(string step, string words) =>
        Assert.Contains(words, Assert.Throws<RecipeException>(() => ProfilesRecipe.Read(System.Text.Json.Nodes.JsonNode.Parse(step)!.AsObject())).Message, StringComparison.Ordinal);

    [Fact]
    public void Amounts_of_any_size_are_read_as_they_were_written()
    {
        var german = CultureInfo.GetCultureInfo("de-DE");
        Gen.Select(Gen.Long[0, 99_999_999], Gen.Int[0, 4], Gen.Bool).Sample(
            (units, decimals, grouped) =>
            {
                var area = units / 10_000m;
                area = Math.Round(area, decimals, MidpointRounding.ToZero);
                var text = area.ToString((grouped ? "N" : "F") + decimals.ToString(CultureInfo.InvariantCulture), german);
                var row = Assert.Single(Map(Text([Lines[0], $"CN1;a;;Druck;fertig;1;{text};914;0;0;05.10.2026;10:00:00"]), Profile));
                Assert.Empty(row.Faults);
                Assert.Equal((long)(area * 1_000_000m), row.Values[ImportField.MediaAreaMm2]);
            },
            iter: 300);
    }

    private static List<MappedRow> Map(byte[] file, ProfileDefinition profile, string[]? serials = null)
    {
        var table = Table(file, profile);
        var mapping = new RowMapping(profile, table, Berlin, Now, null, serials?.ToHashSet());
        Assert.Empty(mapping.Missing);
        return [.. table.Rows.Select(mapping.Map)];
    }

    private static ProfileTable Table(byte[] file, ProfileDefinition profile)
    {
        var tables = FileTables.Read(file);
        Assert.Null(tables.Defect);
        return ProfileTable.Of(tables.Find(profile.Table)!, profile.HeadingRow);
    }

    private static string Json(MappedRow row)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            RowMapping.Write(row, json);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static byte[] Text(string[] lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\r\n")));
}
