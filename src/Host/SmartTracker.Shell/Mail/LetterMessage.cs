using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using MimeKit;
using MimeKit.Utils;
using SmartTracker.Abstractions.Mail;

namespace SmartTracker.Shell.Mail;

/// <summary>Turns a letter into a message with a plain and an HTML part.</summary>
internal static class LetterMessage
{
    private const int LongestHeader = 200;

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <exception cref="MailException">An address is none.</exception>
    public static MimeMessage Compose(Letter letter, string fromAddress, string fromName, DateTimeOffset now)
    {
        var from = Address(fromAddress, fromName) ?? throw new MailException(MailFault.Sender, $"'{OneLine(fromAddress)}' is no sender's address.");
        var to = Address(letter.To, letter.ToName) ?? throw new MailException(MailFault.Recipient, "The recipient's address is no address.");
        var message = new MimeMessage { Subject = OneLine(letter.Subject), Date = now, MessageId = MimeUtils.GenerateMessageId(from.Domain) };
        message.From.Add(from);
        message.To.Add(to);
        // Keeps holiday replies and mailing lists from answering (RFC 3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Body = new MultipartAlternative(
            new TextPart("plain") { Text = PlainText(letter) },
            new TextPart("html") { Text = HtmlText(letter) });
        return message;
    }

    /// <summary>Everything that could end a header line, or hide part of it, becomes a blank.</summary>
    public static string OneLine(string text)
    {
        var line = string.Concat(text.Select(character => char.IsControl(character) || character is '\u2028' or '\u2029' ? ' ' : character)).Trim();
        return line.Length <= LongestHeader ? line : line[..LongestHeader];
    }

    private static MailboxAddress? Address(string address, string name)
    {
        var at = address.IndexOf('@', StringComparison.Ordinal);
        var isOne = at > 0 && at == address.LastIndexOf('@') && at < address.Length - 1 && address.Length <= 254
            && !address.Any(character => char.IsControl(character) || char.IsWhiteSpace(character) || "<>(),;:\\\"[]".Contains(character, StringComparison.Ordinal));
        return isOne && MailboxAddress.TryParse(address, out _) ? new MailboxAddress(OneLine(name), address) : null;
    }

    private static string PlainText(Letter letter)
    {
        var text = new StringBuilder();
        foreach (var paragraph in letter.Paragraphs)
            text.Append(paragraph).Append("\n\n");
        if (letter.Link is { } link)
            text.Append(link.Text).Append(":\n").Append(link.Address.AbsoluteUri).Append("\n\n");
        return text.Append(letter.Closing.Length == 0 ? "" : "-- \n" + letter.Closing + "\n").ToString();
    }

    private static string HtmlText(Letter letter)
    {
        var html = new StringBuilder($"<!doctype html><html lang=\"{Html.Encode(letter.Language)}\"><head><meta charset=\"utf-8\"><title>{Html.Encode(letter.Subject)}</title></head>");
        html.Append("<body style=\"font:16px/1.5 sans-serif;max-width:36em\">");
        foreach (var paragraph in letter.Paragraphs)
            html.Append(CultureInfo.InvariantCulture, $"<p>{Html.Encode(paragraph)}</p>");
        if (letter.Link is { } link)
            html.Append(CultureInfo.InvariantCulture, $"<p><a href=\"{Html.Encode(link.Address.AbsoluteUri)}\">{Html.Encode(link.Text)}</a></p><p><small>{Html.Encode(link.Address.AbsoluteUri)}</small></p>");
        if (letter.Closing.Length > 0)
            html.Append(CultureInfo.InvariantCulture, $"<p><small>{Html.Encode(letter.Closing)}</small></p>");
        return html.Append("</body></html>").ToString();
    }
}
