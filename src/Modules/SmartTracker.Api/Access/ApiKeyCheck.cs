using System.Collections.Concurrent;
using System.Globalization;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Api.Data;
using SmartTracker.Api.Domain;

namespace SmartTracker.Api.Access;

/// <summary>Whether a key lets its holder in.</summary>
public sealed class ApiKeyCheck(ApiKeyStore keys, ApiKeyUses uses, TimeProvider time)
{
    private const string Header = "Send a key with the header Authorization: Bearer st_…";

    /// <summary>The key, or a sentence that says why not and what to do.</summary>
    public async Task<(ApiKey? Key, string? Refusal)> FindAsync(string? authorization, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(authorization))
            return (null, $"This needs an API key. {Header}. An administrator creates keys in the settings.");
        if (!authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return (null, $"This kind of authorization is not accepted. {Header}.");
        if (!ApiKey.Kind.TryParse(authorization["Bearer ".Length..].Trim(), out var text))
            return (null, "This is not a whole API key: a character is missing or wrong. Copy it again from where it was kept.");

        // One answer for a key that does not exist, that another site gave, and a guessed secret.
        if (await keys.FindAsync(text.PublicId, cancellationToken) is not { } key || !key.Is(text))
            return (null, "This site gave no such key. A key works only at the site that it was created for.");

        var now = time.Now();
        if (key.State(now) == ApiKeyState.Revoked)
            return (null, $"This key was revoked on {Date(key.RevokedAt!.Value)}. Ask an administrator for a new one.");
        if (key.State(now) == ApiKeyState.Expired)
            return (null, $"This key expired on {Date(key.ExpiresAt!.Value)}. Ask an administrator for a new one.");
        if (uses.IsWorthNoting(key.Id, now))
            await keys.UsedAsync(key.Id, now, cancellationToken);
        return (key, null);
    }

    private static string Date(Instant at) => at.ToString("uuuu-MM-dd 'at' HH:mm 'UTC'", CultureInfo.InvariantCulture);
}

/// <summary>Keeps the note of a key's last use to one write a minute.</summary>
public sealed class ApiKeyUses
{
    private static readonly Duration Interval = Duration.FromMinutes(1);

    private readonly ConcurrentDictionary<ApiKeyId, Instant> _noted = new();

    public bool IsWorthNoting(ApiKeyId key, Instant now)
    {
        if (_noted.TryGetValue(key, out var at) && now - at < Interval)
            return false;
        _noted[key] = now;
        return true;
    }
}
