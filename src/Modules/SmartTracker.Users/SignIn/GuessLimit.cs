using Microsoft.AspNetCore.Http;
using SmartTracker.Users.Data;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.SignIn;

/// <summary>Whether a password may be tried. Three counts, so that guessing is slow everywhere and nobody can keep another out: a device on which
/// the user has signed in before counts for itself; all other devices share one count per account; and each network has a count over all accounts.</summary>
public sealed class GuessLimit(
    SignInTriesStore accounts, KnownDeviceStore devices, TryCountStore networks, DeviceCookie cookie, IHttpContextAccessor accessor)
{
    /// <summary>Wrong tries from one network in one hour, over all accounts.</summary>
    public const int TriesPerNetwork = 100;

    /// <summary>Counts one try before the password is looked at.</summary>
    /// <param name="user">Null for a name that nobody has: counted all the same, so that it costs the same time.</param>
    public async Task<GuessVerdict> CountAsync(User? user, string typedName, CancellationToken cancellationToken)
    {
        var device = cookie.Read();
        if (user is not null && device is { } known && await devices.IsKnownAsync(user.Id, known, cancellationToken))
            return await devices.CountAsync(user.Id, known, cancellationToken) ? GuessVerdict.MayTry : GuessVerdict.AccountPaused;

        if (Network() is { } network && await networks.CountAsync(network, cancellationToken) > TriesPerNetwork)
            return GuessVerdict.NetworkPaused;
        if (user is not null)
            return await accounts.CountAsync(user.Id, cancellationToken) ? GuessVerdict.MayTry : GuessVerdict.AccountPaused;

        await networks.CountAsync("name:" + TypedName.Digest(typedName), cancellationToken);
        return GuessVerdict.MayTry;
    }

    /// <summary>It was the user: the device is known from now on, and its tries are forgotten.</summary>
    public async Task RightAsync(User user, CancellationToken cancellationToken)
    {
        var wasKnown = cookie.Read() is { } before && await devices.IsKnownAsync(user.Id, before, cancellationToken);
        if (!wasKnown)
        {
            // Only here: a user who signs in every day on a known device must not hand a guesser elsewhere a fresh count.
            await accounts.ForgetAsync(user.Id, cancellationToken);
            if (Network() is { } network)
                await networks.TakeBackAsync(network, cancellationToken);
        }

        await devices.RememberAsync(user.Id, cookie.Ensure(), cancellationToken);
    }

    private string? Network() => ClientAddress.Network(accessor.HttpContext?.Connection.RemoteIpAddress) is { } address ? "sign-in:" + address : null;
}

public enum GuessVerdict
{
    MayTry,
    AccountPaused,
    NetworkPaused,
}
