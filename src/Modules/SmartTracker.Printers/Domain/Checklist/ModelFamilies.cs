namespace SmartTracker.Printers.Domain.Checklist;

/// <summary>Models that keep the setting for user names in the same place, as their manuals say.</summary>
public enum ModelFamily
{
    /// <summary>No manual was at hand.</summary>
    Unknown,

    /// <summary>Security › Security settings.</summary>
    SecuritySettings,

    /// <summary>Setup › Printer settings › Accounting.</summary>
    AccountingSettings,
}

public static class ModelFamilies
{
    private static readonly string[] Newer = ["T1700", "T2600"];
    private static readonly string[] Older = ["T790", "T1300", "T1500", "T2300", "T2500", "T3500", "Z2600", "Z5600"];

    public static ModelFamily Of(string? model)
    {
        if (model?.Contains("DesignJet", StringComparison.OrdinalIgnoreCase) != true)
            return ModelFamily.Unknown;
        return Newer.Any(Named) ? ModelFamily.SecuritySettings : Older.Any(Named) ? ModelFamily.AccountingSettings : ModelFamily.Unknown;

        bool Named(string name) => model.Split(' ').Any(word => word.StartsWith(name, StringComparison.OrdinalIgnoreCase));
    }
}
