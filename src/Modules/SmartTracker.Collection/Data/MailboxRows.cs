using NodaTime;
using SmartTracker.Collection.Domain;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Data;

/// <summary>The only row of <c>import_mailbox</c>.</summary>
public sealed class MailboxRow
{
    public int Id { get; set; } = 1;
    public bool IsEnabled { get; set; }
    public string Host { get; set; } = "";
    public int Port { get; set; } = 993;

    /// <summary>TLS begins after a plain greeting (STARTTLS); otherwise at once.</summary>
    public bool StartsPlain { get; set; }
    public string UserName { get; set; } = "";
    public string? ProtectedPassword { get; set; }

    /// <summary>SHA-256 of the server's public key, hexadecimal, for a certificate that no authority signed; null asks this computer's authorities.</summary>
    public string? PinnedKey { get; set; }
    public string Folder { get; set; } = "INBOX";
    public Instant? ReadAt { get; set; }

    /// <summary>JSON of a problem; null where the last visit went well.</summary>
    public string? Problem { get; set; }
}

/// <summary>A row of <c>import_mailbox_rules</c>: messages whose sender and subject hold these texts are read by this profile.</summary>
public sealed class MailboxRuleRow
{
    public Guid Id { get; set; }

    /// <summary>Empty fits every one.</summary>
    public string Sender { get; set; } = "";
    public string Subject { get; set; } = "";
    public ImportProfileId ProfileId { get; set; }

    /// <summary>Of the files' rows; null where they say it themselves.</summary>
    public PrinterId? PrinterId { get; set; }
}

/// <summary>A row of <c>import_messages</c>.</summary>
public sealed class MailboxMessageRow
{
    public Guid Id { get; set; }
    public required string Folder { get; set; }

    /// <summary>UIDVALIDITY: uids of another one mean other messages.</summary>
    public long Validity { get; set; }
    public long Uid { get; set; }
    public string? MessageId { get; set; }
    public required string Sender { get; set; }
    public required string Subject { get; set; }
    public Instant ReadAt { get; set; }
    public MessageOutcome Outcome { get; set; }

    /// <summary>JSON of a problem, or null.</summary>
    public string? Detail { get; set; }

    /// <summary>Of the last of its files.</summary>
    public ImportId? ImportId { get; set; }
}

public enum MessageOutcome
{
    Imported,
    /// <summary>No rule fits, or no file is attached.</summary>
    SetAside,
    /// <summary>A message with the same Message-ID was imported before.</summary>
    Again,
    /// <summary>No attached file could be read.</summary>
    Failed,
}
