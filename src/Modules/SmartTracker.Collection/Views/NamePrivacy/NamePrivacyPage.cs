using NodaTime;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Privacy;
using SmartTracker.PrinterReaders.Names;

namespace SmartTracker.Collection.Views.NamePrivacy;

/// <summary>The setting, its key, and what happened to both.</summary>
/// <param name="KeyMadeAt">Null where there is no key.</param>
/// <param name="IsKeyLost">There is one, and it does not open.</param>
public sealed record NamePrivacyPage(
    NameHandling Users, NameHandling Jobs, Instant? KeyMadeAt, bool IsKeyLost, bool MayLookUp, IReadOnlyList<NamePrivacyEventRow> Events);

public sealed class NamePrivacyForm
{
    public NameHandling? Users { get; set; }

    public NameHandling? Jobs { get; set; }
}

/// <summary>How a key ends.</summary>
public enum KeyEnd
{
    Replaced,
    Destroyed,
}

/// <summary>Asks before a key ends.</summary>
public sealed record KeyEndPage(KeyEnd End, Instant MadeAt, NameHandling Users, NameHandling Jobs);

/// <param name="Name">As it was typed; null before.</param>
/// <param name="Found">Null where nothing was asked, or where there is no key.</param>
public sealed record PseudonymPage(string? Name, bool HasKey, FoundPseudonyms? Found);
