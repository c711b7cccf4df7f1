using NodaTime;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Printers.Domain;

/// <summary>What a person said about a setting that no protocol tells.</summary>
public sealed class PrinterAnswer
{
    public PrinterId PrinterId { get; init; }

    public PrinterQuestion Question { get; init; }

    /// <summary>One of <see cref="PrinterQuestions.Answers"/>.</summary>
    public required string Answer { get; set; }

    public Instant AnsweredAt { get; set; }

    public required string AnsweredBy { get; set; }
}

/// <summary>Stored by name.</summary>
public enum PrinterQuestion
{
    /// <summary>Is a web proxy entered on the printer?</summary>
    WebProxy,

    /// <summary>Must jobs carry an account id?</summary>
    AccountId,
}

public static class PrinterQuestions
{
    public const string None = "none";
    public const string Proved = "proved";
    public const string Unproved = "unproved";
    public const string Required = "required";
    public const string NotRequired = "not-required";
    public const string NotNeeded = "not-needed";

    public static IReadOnlyList<string> Answers(PrinterQuestion question) => question switch
    {
        PrinterQuestion.WebProxy => [None, Proved, Unproved],
        _ => [Required, NotRequired, NotNeeded],
    };
}
