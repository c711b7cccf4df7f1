namespace SmartTracker.PrinterReaders.Names;

/// <summary>What a tenant keeps of the names of people and of what they print. What is withheld is taken out of an answer before it is archived, sent or stored.</summary>
public sealed class NamePrivacy
{
    /// <param name="key">Of <see cref="Pseudonym.KeyLength"/> bytes where anything is pseudonymised.</param>
    /// <exception cref="ArgumentException">A key is needed and missing: nothing may be collected in its place.</exception>
    public NamePrivacy(NameHandling users, NameHandling jobs, byte[]? key)
    {
        var needsKey = users == NameHandling.Pseudonymise || jobs == NameHandling.Pseudonymise;
        if (needsKey && key?.Length != Pseudonym.KeyLength)
            throw new ArgumentException($"Pseudonyms need a key of {Pseudonym.KeyLength} bytes.", nameof(key));
        (Users, Jobs, Key) = (users, jobs, needsKey ? key : null);
    }

    public static NamePrivacy CollectAll { get; } = new(NameHandling.Collect, NameHandling.Collect, null);

    /// <summary>Names of people, and of the computers that they print from.</summary>
    public NameHandling Users { get; }

    /// <summary>Names of jobs and documents.</summary>
    public NameHandling Jobs { get; }

    /// <summary>Of pseudonyms; null where none are made.</summary>
    public byte[]? Key { get; }

    public bool WithholdsAny => Users != NameHandling.Collect || Jobs != NameHandling.Collect;

    public string? OfUser(string? name) => Of(Users, NameKind.User, name);

    public string? OfHost(string? name) => Of(Users, NameKind.Host, name);

    public string? OfJob(string? name) => Of(Jobs, NameKind.Job, name);

    // What is withheld already stays: an agent has done it, or the same answer comes twice. Dropped, a pseudonym goes too.
    private string? Of(NameHandling handling, NameKind kind, string? name) => handling switch
    {
        _ when string.IsNullOrWhiteSpace(name) => name,
        NameHandling.Collect => name,
        NameHandling.Pseudonymise => WithheldName.Is(name) ? name : Pseudonym.Of(Key!, kind, name),
        _ => WithheldName.Dropped,
    };
}

/// <summary>The same text as another kind of name has another pseudonym. Stable: part of every pseudonym.</summary>
public enum NameKind
{
    User = 1,
    Job = 2,
    Host = 3,
}
