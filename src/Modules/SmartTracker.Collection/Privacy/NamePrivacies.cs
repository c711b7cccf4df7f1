using SmartTracker.Collection.Data;
using SmartTracker.PrinterReaders.Names;

namespace SmartTracker.Collection.Privacy;

/// <summary>What this tenant keeps of names, as it is decided now.</summary>
public sealed class NamePrivacies(NamePrivacyStore store, PseudonymKeys keys)
{
    public async Task<NamePrivacy> CurrentAsync(CancellationToken cancellationToken) => Of(await store.FindAsync(cancellationToken));

    /// <summary>Without a key that opens, what was to be pseudonymised is dropped: collected it must not be.</summary>
    public NamePrivacy Of(NamePrivacyRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var key = KeyOf(row);
        return key is null ? new NamePrivacy(WithoutKey(row.UserNames), WithoutKey(row.JobNames), null) : new NamePrivacy(row.UserNames, row.JobNames, key);
    }

    public static NameHandling WithoutKey(NameHandling handling) => handling == NameHandling.Pseudonymise ? NameHandling.Drop : handling;

    /// <summary>Null where nobody has one that opens.</summary>
    public byte[]? KeyOf(NamePrivacyRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.ProtectedKey is { } secret && keys.Reveal(secret) is { Length: Pseudonym.KeyLength } key ? key : null;
    }
}
