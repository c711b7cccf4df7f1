namespace SmartTracker.Abstractions.Mail;

/// <summary>A letter to one person, sent as plain text and as simple HTML. All texts are plain, in the recipient's language; names and texts from
/// outside may hold anything: line breaks cannot become headers, markup stays text.</summary>
/// <param name="To">One address, <c>name@example.org</c>.</param>
/// <param name="Language">ISO 639 code of the texts, such as <c>de</c>.</param>
/// <param name="Link">What the person is asked to do, between the paragraphs and the closing.</param>
/// <param name="Closing">Small print below, or empty.</param>
public sealed record Letter(
    string To, string ToName, string Language, string Subject, IReadOnlyList<string> Paragraphs, LetterLink? Link = null, string Closing = "");

/// <summary>The one thing to click in a letter.</summary>
public sealed record LetterLink(string Text, Uri Address);
