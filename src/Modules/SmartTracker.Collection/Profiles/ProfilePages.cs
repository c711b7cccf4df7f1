using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.Import;
using SmartTracker.Collection.Privacy;
using SmartTracker.Collection.Views.ImportProfiles;

namespace SmartTracker.Collection.Profiles;

/// <summary>Makes and changes profiles at a person's hand: from a sample to a mapping with a preview.</summary>
public sealed class ProfilePages(ImportProfileStore store, NamePrivacies privacies, ProfileWords words, ITenantDatabase database, Tenant tenant, Formats formats, IStringLocalizer<Texts> t, TimeProvider time)
{
    private const int PreviewRows = 20;
    private const int SampleValues = 3;

    /// <summary>Keeps the beginning of a file with a first mapping.</summary>
    /// <returns>The profile, or why there is none.</returns>
    public async Task<(ImportProfileId? Id, string? Problem)> CreateAsync(string? name, IFormFile? upload, CancellationToken cancellationToken)
    {
        if (upload is null || upload.Length == 0)
            return (null, t["Choose a file."]);
        if (upload.Length > FileTables.LargestFile)
            return (null, words.Describe(FileDefect.TooLarge));
        var file = FileTables.Read(await BytesAsync(upload, cancellationToken));
        if (file.Defect is { } defect)
            return (null, words.Describe(defect));

        var sample = ProfileSample.Of(file);
        var keepsNames = !(await privacies.CurrentAsync(cancellationToken)).WithholdsAny;
        // Without headings the cells of the first row would become names of columns.
        var heading = FindHeading(sample.Tables[0]) ?? (keepsNames ? 1 : 0);
        var profile = new ImportProfileRow
        {
            Id = ImportProfileId.New(),
            Name = await FreeNameAsync(ProfileForm.Text(name) ?? Path.GetFileNameWithoutExtension(upload.FileName), cancellationToken),
            Definition = ProfileGuess.Of(sample.Tables[0], null, heading).ToJson(),
            Sample = keepsNames ? sample.ToJson() : null,
            ChangedAt = time.Now(),
        };
        await using var transaction = await database.BeginAsync(cancellationToken);
        await store.AddAsync(profile, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (profile.Id, null);
    }

    /// <summary>Null where there is no such profile.</summary>
    public async Task<ProfileEdit?> EditAsync(ImportProfileId id, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is { } profile ? Page(profile, ProfileForm.Of(profile.Name, ProfileDefinition.FromJson(profile.Definition)), []) : null;

    /// <summary>The form as it stands, with its preview; nothing is stored.</summary>
    public async Task<ProfileEdit?> PreviewAsync(ImportProfileId id, ProfileForm form, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is { } profile ? Page(profile, Follow(profile, form), []) : null;

    /// <returns>Null after it was saved; else the form with what is wrong.</returns>
    public async Task<(bool IsFound, ProfileEdit? Again)> SaveAsync(ImportProfileId id, ProfileForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await store.FindAsync(id, cancellationToken) is not { } profile)
            return (false, null);
        form = Follow(profile, form);
        var definition = form.Definition();
        List<string> problems = [.. ProfileCheck.Check(definition).Select(words.Describe)];
        if (ProfileForm.Text(form.Name) is not { Length: <= ImportProfileStore.LongestName } name)
            problems.Insert(0, t["Give the profile a name of up to {0} characters.", ImportProfileStore.LongestName]);
        else if (await store.FindAsync(name, cancellationToken) is { } other && other.Id != id)
            problems.Insert(0, t["Another profile has the name {0}.", name]);
        else if (problems.Count == 0)
            return await ChangeAsync(id, name, definition, cancellationToken) ? (true, null) : (true, Page(profile, form, [t["Another profile has the name {0}.", name]]));
        return (true, Page(profile, form, problems));
    }

    public async Task<bool> RemoveAsync(ImportProfileId id, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        if (!await store.RemoveAsync(id, cancellationToken))
            return false;
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    public static async Task<byte[]> BytesAsync(IFormFile upload, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(upload);
        using var bytes = new MemoryStream((int)upload.Length);
        await upload.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    private async Task<bool> ChangeAsync(ImportProfileId id, string name, ProfileDefinition definition, CancellationToken cancellationToken)
    {
        try
        {
            await using var transaction = await database.BeginAsync(cancellationToken);
            await store.ChangeAsync(id, name, definition, time.Now(), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is DbUpdateException or System.Data.Common.DbException)
        {
            // Somebody gave another profile the name meanwhile.
            return false;
        }
    }

    /// <summary>Where another table or heading row was chosen, columns that are new are guessed; words that came into sight are asked for.</summary>
    private static ProfileForm Follow(ImportProfileRow profile, ProfileForm form)
    {
        if (ProfileSample.FromJson(profile.Sample)?.Find(ProfileForm.Text(form.Table)) is not { } table)
            return form;
        var named = ProfileTable.Of(table, form.HeadingRow);
        var known = form.Columns.Where(column => column.Name is not null).DistinctBy(column => column.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(column => column.Name!, StringComparer.OrdinalIgnoreCase);
        form.Columns.Clear();
        for (var place = 0; place < named.Columns.Count; place++)
        {
            var guessed = ProfileGuess.Column(named.Columns[place], [.. named.Rows.Select(row => row[place])]);
            form.Columns.Add(known.GetValueOrDefault(guessed.Name) ?? new ColumnForm { Name = guessed.Name, Field = guessed.Field, Unit = guessed.Unit, Channel = guessed.Channel });
        }

        foreach (var word in ProfileGuess.Words(named, form.Definition().Columns))
        {
            if (!form.Words.Any(said => said.Field == word.Field && string.Equals(said.Word, word.Word, StringComparison.OrdinalIgnoreCase)))
                form.Words.Add(new WordForm { Field = word.Field, Word = word.Word, Means = word.Means });
        }

        return form;
    }

    private ProfileEdit Page(ImportProfileRow profile, ProfileForm form, IReadOnlyList<string> problems)
    {
        var sample = ProfileSample.FromJson(profile.Sample);
        var definition = form.Definition();
        var named = sample?.Find(definition.Table) is { } table ? ProfileTable.Of(table, definition.HeadingRow) : null;
        var rows = named is null ? [] : Preview(definition, named);
        return new ProfileEdit
        {
            Id = profile.Id.Value,
            SavedName = profile.Name,
            Form = form,
            Problems = problems,
            Kind = sample is null ? null : words.Kind(sample.Kind),
            Tables = sample is null ? [] : [.. sample.Tables.Select(known => known.Name)],
            Samples = [.. form.Columns.Select(column => Values(named, column.Name))],
            Words = words,
            Open = [.. ProfileCheck.Check(definition).Select(words.Describe)],
            Shown = [.. definition.Columns.Where(column => column.Field is not null)],
            Rows = rows,
        };
    }

    private List<PreviewRow> Preview(ProfileDefinition definition, ProfileTable table)
    {
        // No serial number is asked of the sample: it may be chosen when a file is uploaded.
        var mapping = new RowMapping(definition, table, tenant.TimeZone, time.GetUtcNow(), serial: "?", serials: null);
        return
        [
            .. table.Rows.Take(PreviewRows).Select(mapping.Map).Select(row => new PreviewRow(
                row.Number,
                [.. definition.Columns.Where(column => column.Field is not null).Select(column => Shown(row, column))],
                [.. row.Faults.Select(fault => fault.Column is null ? words.Describe(fault) : $"{fault.Column}: {words.Describe(fault)}")])),
        ];
    }

    private string? Shown(MappedRow row, ProfileColumn column)
    {
        if (column.Field == ImportField.InkNl)
            return row.Ink.TryGetValue(column.Channel ?? "", out var ink) ? formats.Ink(new InkVolume(ink)) : null;
        if (column.Field is not { } field || !row.Values.TryGetValue(field, out var value))
            return null;
        return (field, value) switch
        {
            (ImportField.MediaWidthUm, long width) => formats.Millimetres(new Length(width)),
            (ImportField.PageAreaMm2 or ImportField.MediaAreaMm2, long area) => formats.JobArea(new Area(area)),
            (_, long count) => formats.Count(count),
            (_, DateTimeOffset moment) => formats.DateTime(NodaTime.Instant.FromDateTimeOffset(moment)),
            (ImportField.JobKind or ImportField.Status, string word) => words.Meaning(word),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
    }

    private static IReadOnlyList<string> Values(ProfileTable? table, string? column)
    {
        var place = column is null ? -1 : table?.IndexOf(column) ?? -1;
        return place < 0 ? [] : [.. table!.Rows.Select(row => row[place].Text).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal).Take(SampleValues)];
    }

    /// <summary>The first row of which all the cells are words, among the first ones, or null.</summary>
    private static int? FindHeading(FileTable table)
    {
        for (var row = 0; row < Math.Min(table.Rows.Count, 10); row++)
        {
            var filled = table.Rows[row].Cells.Where(cell => cell.Text.Length > 0).ToList();
            if (filled.Count > 1 && filled.TrueForAll(cell => cell.Number is null && cell.Time is null && !char.IsAsciiDigit(cell.Text[0])))
                return row + 1;
        }

        return null;
    }

    private async Task<string> FreeNameAsync(string wished, CancellationToken cancellationToken)
    {
        var name = wished.Length > ImportProfileStore.LongestName - 5 ? wished[..(ImportProfileStore.LongestName - 5)] : wished;
        var free = name;
        for (var number = 2; await store.FindAsync(free, cancellationToken) is not null; number++)
            free = FormattableString.Invariant($"{name} {number}");
        return free;
    }
}
