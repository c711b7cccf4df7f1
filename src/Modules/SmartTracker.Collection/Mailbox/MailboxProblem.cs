using System.Text.Json;

namespace SmartTracker.Collection.Mailbox;

/// <summary>Why a mailbox or a message was not read, worded when it is shown.</summary>
public sealed record MailboxProblem(MailboxProblemCode Code, params string[] Arguments)
{
    public string ToJson() => JsonSerializer.Serialize(this);

    public static MailboxProblem? FromJson(string? json) => json is null ? null : JsonSerializer.Deserialize<MailboxProblem>(json);
}

/// <summary>Stable: stored, so never renamed.</summary>
public enum MailboxProblemCode
{
    /// <summary>Nobody answers. {0} host:port.</summary>
    Absent,
    /// <summary>The operator does not allow the address. {0} address:port.</summary>
    NotAllowed,
    /// <summary>No TLS came about. {0} host:port.</summary>
    NotEncrypted,
    /// <summary>No authority signed the certificate, or it is for another name, and its key is not the one that is named. {0} its key.</summary>
    NotTrusted,
    /// <summary>User name or password are wrong.</summary>
    Refused,
    /// <summary>{0} folder.</summary>
    NoFolder,
    /// <summary>The server broke off or does not speak IMAP.</summary>
    NotUnderstood,
    /// <summary>Of a message: no rule fits its sender and subject.</summary>
    NoRule,
    /// <summary>Of a message: nothing is attached.</summary>
    NoFile,
    /// <summary>Of a message: larger than is read. {0} megabytes.</summary>
    TooLarge,
    /// <summary>Of a message: none of its files could be read. {0} the first one, {1} why, in the language of the tenant.</summary>
    Unreadable,
    /// <summary>Of a message: some of its rows were rejected. {0} how many.</summary>
    Rejected,
    /// <summary>The visit was not over within the time that one may take. {0} minutes.</summary>
    TimedOut,
    /// <summary>Of a message: it has no form of one.</summary>
    Damaged,
}

/// <summary>Ends a visit to the mailbox.</summary>
public sealed class MailboxException(MailboxProblem problem, Exception? inner = null) : Exception(problem?.Code.ToString(), inner)
{
    public MailboxProblem Problem { get; } = problem!;
}
