namespace SmartTracker.PrinterReaders;

/// <summary>Why a printer could not be read, as a code that others word. <see cref="Arguments"/> are listed at each code, in order.</summary>
public sealed record ReaderFailure(ReaderFailureCode Code, params string[] Arguments)
{
    public bool Equals(ReaderFailure? other) =>
        other is not null && Code == other.Code && Arguments.AsSpan().SequenceEqual(other.Arguments);

    public override int GetHashCode() => HashCode.Combine(Code, Arguments.Length);

    public override string ToString() => $"{Code}({string.Join(", ", Arguments)})";
}

/// <summary>Stable: stored and worded by others, so never renamed.</summary>
public enum ReaderFailureCode
{
    /// <summary>Nobody answers. {0} host:port.</summary>
    Absent,
    /// <summary>The host's name is unknown. {0} host name.</summary>
    NameUnknown,
    /// <summary>The connected address is not among the networks and ports that the operator allows; nothing was sent. {0} address:port.</summary>
    NotAllowed,
    /// <summary>The on-site agent's own list does not allow the connected address; nothing was sent. {0} address:port.</summary>
    NotAllowedOnSite,
    /// <summary>The answer was not there within the deadline. {0} seconds.</summary>
    TimedOut,
    /// <summary>No TLS connection came about: older TLS than we accept unless told to, or no TLS at all. {0} host:port.</summary>
    TlsFailed,
    /// <summary>The printer presents another public key than the pinned one; nothing was sent. {0} pinned, {1} presented (SHA-256, hexadecimal).</summary>
    KeyChanged,
    /// <summary>An authority is asked for and the certificate does not satisfy it; nothing was sent. {0} host:port, {1} <c>UnknownAuthority</c>, <c>OtherName</c> or <c>NotInForce</c>.</summary>
    CertificateRefused,
    /// <summary>The printer wants TLS, or a password on a connection without it, where none is ever sent. {0} host:port.</summary>
    EncryptionRequired,
    /// <summary>The printer wants a password and none is stored, or its key is not pinned yet, so none may be sent. {0} path.</summary>
    PasswordRequired,
    /// <summary>The printer refused the stored password; it was tried once. {0} path.</summary>
    PasswordRefused,
    /// <summary>The printer does not know the address: another model or firmware. {0} path.</summary>
    NotFound,
    /// <summary>The answer was longer than we accept; what had arrived is kept. {0} limit in megabytes.</summary>
    TooLarge,
    /// <summary>The answer broke off. {0} bytes that had arrived, {1} path.</summary>
    HalfDocument,
    /// <summary>A page for people came instead of data. {0} path.</summary>
    LoginPage,
    /// <summary>The printer sent us elsewhere; we did not follow. {0} path, {1} where to.</summary>
    Redirected,
    /// <summary>The answer is not what this protocol speaks. {0} path.</summary>
    Nonsense,
    /// <summary>The printer answered with an error of its own. {0} HTTP status, {1} path.</summary>
    DeviceError,
    /// <summary>The printer sleeps and shows only the page by which a person wakes it; we did not. {0} path.</summary>
    Asleep,
}
