namespace SmartTracker.Printers.Domain;

/// <summary>Why nothing is collected from a printer until a person decides.</summary>
public enum StopReason
{
    None,

    /// <summary>The device presented another public key than the pinned one.</summary>
    KeyChanged,

    /// <summary>Another serial number answered at the address.</summary>
    SerialChanged,

    /// <summary>The device that answers is already registered under another address.</summary>
    RegisteredTwice,

    /// <summary>The device refused the password; another try could lock its administrator out.</summary>
    PasswordRefused,
}
