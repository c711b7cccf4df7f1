using SmartTracker.Collection.Import;

namespace SmartTracker.Collection.Profiles;

/// <summary>A profile as a person fills it in.</summary>
public sealed class ProfileForm
{
    public string? Name { get; set; }

    public string? Table { get; set; }

    public int HeadingRow { get; set; } = 1;

    public DecimalMark DecimalMark { get; set; }

    /// <summary>One of those that are offered, or empty.</summary>
    public string? DateFormat { get; set; }

    /// <summary>Counts where it is filled in.</summary>
    public string? OtherDateFormat { get; set; }

    public string? TimeZone { get; set; }

    public IList<ColumnForm> Columns { get; } = [];

    public IList<WordForm> Words { get; } = [];

    public static ProfileForm Of(string name, ProfileDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var isOffered = ProfileGuess.DateFormats.Contains(definition.DateFormat);
        var form = new ProfileForm
        {
            Name = name,
            Table = definition.Table,
            HeadingRow = definition.HeadingRow,
            DecimalMark = definition.DecimalMark,
            DateFormat = isOffered ? definition.DateFormat : null,
            OtherDateFormat = isOffered ? null : definition.DateFormat,
            TimeZone = definition.TimeZone,
        };
        foreach (var column in definition.Columns)
            form.Columns.Add(new ColumnForm { Name = column.Name, Field = column.Field, Unit = column.Unit, Channel = column.Channel });
        foreach (var word in definition.Words)
            form.Words.Add(new WordForm { Field = word.Field, Word = word.Word, Means = word.Means });
        return form;
    }

    /// <summary>Words that mean nothing yet are left out: rows with them are rejected and named.</summary>
    public ProfileDefinition Definition() => new()
    {
        Table = string.IsNullOrEmpty(Table) ? null : Table,
        HeadingRow = Math.Clamp(HeadingRow, 0, ProfileSample.MostRows),
        DecimalMark = DecimalMark,
        DateFormat = Text(OtherDateFormat) ?? DateFormat ?? "",
        TimeZone = Text(TimeZone),
        Columns = [.. Columns.Where(column => column.Name is not null).Take(ProfileDefinition.MostColumns).Select(column => column.Column())],
        Words = [.. Words.Where(word => ProfileFields.HasWords(word.Field) && Text(word.Word) is not null && Text(word.Means) is not null).Select(word => new ProfileWord(word.Field, word.Word!, word.Means!))],
    };

    internal static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

public sealed class ColumnForm
{
    public string? Name { get; set; }

    /// <summary>Null for a column that is passed over.</summary>
    public ImportField? Field { get; set; }

    public string? Unit { get; set; }

    public string? Channel { get; set; }

    /// <summary>A unit that belongs to another field gives way to the usual one.</summary>
    internal ProfileColumn Column()
    {
        var units = ProfileFields.Units(Field);
        return new ProfileColumn(
            Name!, Field, units.Count == 0 ? null : units.Contains(Unit ?? "") ? Unit : units[0], Field == ImportField.InkNl ? ProfileForm.Text(Channel) : null);
    }
}

public sealed class WordForm
{
    public ImportField Field { get; set; }

    public string? Word { get; set; }

    public string? Means { get; set; }
}
