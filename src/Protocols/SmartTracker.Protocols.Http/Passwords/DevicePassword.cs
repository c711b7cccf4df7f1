using System.Net.Http.Headers;
using System.Text;

namespace SmartTracker.Protocols.Http.Passwords;

/// <summary>When the password may be sent, and how: hashed (Digest) where the device knows that, else as it is (Basic). Once it was refused it is
/// not sent again in this visit: printers may lock the administrator out.</summary>
internal sealed class DevicePassword(DeviceConnection connection)
{
    private const string UserName = "admin";

    private DigestSession? _digest;
    private Use _use;

    private enum Use
    {
        NotAsked,
        Accepted,
        Refused,
    }

    public bool IsAccepted => _use == Use.Accepted;

    /// <summary>Why a device that asks for a password gets none; null where it does.</summary>
    public DeviceFailureKind? Objection =>
        connection.Password is null ? DeviceFailureKind.PasswordRequired
        : connection.Address.Scheme != Uri.UriSchemeHttps ? DeviceFailureKind.EncryptionRequired
        : connection.PinnedKey is null ? DeviceFailureKind.PasswordRequired
        : _use == Use.Refused ? DeviceFailureKind.PasswordRefused
        : null;

    /// <summary>From now on the password is sent as this challenge wants it.</summary>
    /// <param name="challenge">Null where none was made that can be answered with a hash.</param>
    public void Choose(DigestChallenge? challenge) => _digest = challenge is null ? null : new DigestSession(challenge);

    /// <param name="target">Path and query as they are sent.</param>
    public AuthenticationHeaderValue Header(string method, string target) =>
        _digest?.Answer(UserName, connection.Password!, method, target)
        ?? new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{UserName}:{connection.Password}")));

    /// <summary>Remembers how the device took it.</summary>
    public DeviceReply Sent(DeviceReply reply)
    {
        if (reply.Failure?.Kind == DeviceFailureKind.PasswordRefused)
            _use = Use.Refused;
        else if (reply.Answer is not null)
            _use = Use.Accepted;
        return reply;
    }
}
