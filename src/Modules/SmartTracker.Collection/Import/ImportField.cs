using System.Collections.Frozen;

namespace SmartTracker.Collection.Import;

/// <summary>What a line of an import can say.</summary>
public enum ImportField
{
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
    MediaWidthUm,
    PageAreaMm2,
    MediaAreaMm2,
    InkNl,
}

public static class ImportFields
{
    /// <summary>By the name that JSON and CSV give it; ink has a name for each channel in CSV.</summary>
    public static FrozenDictionary<string, ImportField> ByName { get; } =
        Enum.GetValues<ImportField>().ToFrozenDictionary(Name, StringComparer.Ordinal);

    public static string Name(ImportField field) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(field.ToString());
}
