using SmartTracker.Collection.Profiles;

namespace SmartTracker.Collection.Views.ImportProfiles;

/// <summary>A profile being mapped, with what its sample becomes.</summary>
public sealed record ProfileEdit
{
    public required Guid Id { get; init; }

    public required string SavedName { get; init; }

    public required ProfileForm Form { get; init; }

    /// <summary>Why it was not saved.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>Null where there is no sample.</summary>
    public string? Kind { get; init; }

    public required IReadOnlyList<string> Tables { get; init; }

    /// <summary>Some values of each column of the form.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Samples { get; init; }

    public required ProfileWords Words { get; init; }

    /// <summary>What is still to be chosen before files can be read.</summary>
    public required IReadOnlyList<string> Open { get; init; }

    public required IReadOnlyList<ProfileColumn> Shown { get; init; }

    public required IReadOnlyList<PreviewRow> Rows { get; init; }
}

/// <param name="Cells">One for each shown column; null is not known.</param>
public sealed record PreviewRow(int Number, IReadOnlyList<string?> Cells, IReadOnlyList<string> Faults);

/// <summary>A new profile: the wished name and why the file was refused.</summary>
public sealed record ProfileNew(string? Name, string? Problem);
