namespace SmartTracker.Abstractions.Mail;

/// <summary>Sends this tenant's letters, under the tenant's name.</summary>
public interface IMailer
{
    /// <summary>False until the operator of the host names a mail server: until then letters wait as files in the pickup folder.</summary>
    bool HasServer { get; }

    /// <summary>Hands one letter to the mail server, or to the pickup folder. Call it outside a transaction: a server may take its time.</summary>
    /// <exception cref="MailException">The letter did not leave; its fault says why.</exception>
    Task SendAsync(Letter letter, CancellationToken cancellationToken);
}
