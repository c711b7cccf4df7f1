namespace SmartTracker.Abstractions.Mail;

/// <summary>A letter did not leave. The message is for the log of the operator; people read a sentence made of the fault.</summary>
public sealed class MailException(MailFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    public MailFault Fault { get; } = fault;
}

/// <summary>What kept a letter from leaving, by who can mend it.</summary>
public enum MailFault
{
    /// <summary>The recipient's address is no address, or the server does not take mail for it.</summary>
    Recipient,

    /// <summary>The sender's address is no address, or the server does not take mail from it.</summary>
    Sender,

    /// <summary>The server does not answer.</summary>
    Unreachable,

    /// <summary>The server offers no encryption, or a certificate that is not trusted.</summary>
    Encryption,

    /// <summary>The server refuses the name or password of its account.</summary>
    SignIn,

    /// <summary>The server, or the pickup folder, refuses the letter itself.</summary>
    Refused,
}
