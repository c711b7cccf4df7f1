namespace SmartTracker.Collection.Profiles;

/// <summary>What a column of a file says about a print job. Stored and written into recipes by name.</summary>
public enum ProfileField
{
    Ignore,
    PrinterSerial,
    DeviceJobId,
    JobKind,
    Status,
    UserName,
    JobName,
    AccountId,
    SubmittedAt,
    CompletedAt,
    Pages,
    Copies,
    MediaType,
    MediaWidth,
    PageArea,
    MediaArea,

    /// <summary>Of one channel, which the column names.</summary>
    Ink,
}

public static class ProfileFields
{
    /// <summary>The units that a column of this field may be in, the usual one first; empty where it has none.</summary>
    public static IReadOnlyList<string> Units(ProfileField field) => field switch
    {
        ProfileField.MediaWidth => ["mm", "cm", "m", "in", "ft", "µm", ProfileUnits.InCell],
        ProfileField.PageArea or ProfileField.MediaArea => ["m²", "cm²", "mm²", "ft²", "in²", ProfileUnits.InCell],
        ProfileField.Ink => ["ml", "l", "nl", ProfileUnits.InCell],
        _ => [],
    };

    public static bool IsTime(ProfileField field) => field is ProfileField.SubmittedAt or ProfileField.CompletedAt;

    /// <summary>Its words are translated into ours one by one.</summary>
    public static bool HasWords(ProfileField field) => field is ProfileField.JobKind or ProfileField.Status;

    /// <summary>What its words may be translated into, as the import names it.</summary>
    public static IReadOnlyList<string> Words(ProfileField field) => field switch
    {
        ProfileField.JobKind => ["print", "copy", "scan", "internal"],
        ProfileField.Status => ["completed", "cancelled", "failed", "pending"],
        _ => [],
    };
}
