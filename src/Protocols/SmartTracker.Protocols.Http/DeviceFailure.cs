namespace SmartTracker.Protocols.Http;

/// <summary>What went wrong on the way to an answer.</summary>
/// <param name="Detail">What a sentence about it needs, as said at each kind; empty elsewhere.</param>
public sealed record DeviceFailure(DeviceFailureKind Kind, string Detail = "");

public enum DeviceFailureKind
{
    /// <summary>Nobody answers at the address, or the connection broke before an answer began.</summary>
    Unreachable,
    NameUnknown,
    /// <summary>The caller's gate said no. Detail: the address and port.</summary>
    NotAllowed,
    TimedOut,
    /// <summary>The TLS handshake failed.</summary>
    TlsFailed,
    /// <summary>Another public key than the pinned one. Detail: the presented one.</summary>
    KeyChanged,
    /// <summary>The certificate does not satisfy <see cref="DeviceConnection.Authorities"/>. Detail: a <see cref="CertificateFault"/>.</summary>
    CertificateRefused,
    /// <summary>401 or 403, and no password may be sent.</summary>
    PasswordRequired,
    /// <summary>401 or 403 although the password was sent, once.</summary>
    PasswordRefused,
    /// <summary>426, or a password is wanted on a connection without TLS, where none is ever sent.</summary>
    EncryptionRequired,
    /// <summary>404 or 410.</summary>
    NotFound,
    TooLarge,
    /// <summary>The answer broke off.</summary>
    Incomplete,
    /// <summary>Detail: where to.</summary>
    Redirected,
    /// <summary>HTML with status 200.</summary>
    LoginPage,
    /// <summary>Not HTTP, or a body that cannot be decompressed.</summary>
    NotUnderstood,
    /// <summary>Detail: the HTTP status.</summary>
    DeviceError,
}
