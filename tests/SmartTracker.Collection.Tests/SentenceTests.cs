using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Collecting;
using SmartTracker.Collection.Mailbox;
using SmartTracker.PrinterReaders;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Domain;

namespace SmartTracker.Collection.Tests;

/// <summary>Whatever goes wrong with a printer or a mailbox is told in two languages: what happened, and what to do about it.</summary>
public sealed partial class SentenceTests
{
    /// <summary>Those that only tell: nothing is to be done.</summary>
    private static readonly string[] NothingToDo = [IPrinterReach.ReadElsewhereCode];

    private static IEnumerable<string> PrinterCodes => Enum.GetNames<ReaderFailureCode>()
        .Concat(CodesOf(typeof(PrinterProblems))).Concat(CodesOf(typeof(CollectionProblems))).Append(IPrinterReach.ReadElsewhereCode).Distinct();

    [Fact]
    public async Task Every_code_has_its_own_sentence_that_says_what_to_do_in_both_languages()
    {
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite);
        var (english, german) = (await SentencesAsync(world, "en"), await SentencesAsync(world, "de"));
        Assert.True(english.Count > 40, $"{english.Count}");
        var unknown = english["Printer NobodyKnowsThis"];
        Assert.Equal(english.Count, english.Values.Distinct().Count());
        Assert.Equal(german.Count, german.Values.Distinct().Count());
        foreach (var (code, sentence) in english)
        {
            Assert.True(sentence != german[code], $"{code} has no German: {sentence}");
            Assert.True(code.EndsWith(" NobodyKnowsThis", StringComparison.Ordinal) || sentence != unknown, $"{code} has no sentence.");
            foreach (var told in new[] { sentence, german[code] })
            {
                Assert.DoesNotContain('{', told);
                Assert.DoesNotContain("?", told, StringComparison.Ordinal);
                // What happened and what to do are two sentences, or one with a colon or a semicolon between them.
                Assert.True(NothingToDo.Any(code.EndsWith) || Parts().Count(told) >= 2, $"{code} says not what to do: {told}");
            }
        }
    }

    private static async Task<Dictionary<string, string>> SentencesAsync(World world, string language) => await world.Host.InTenantAsync(World.Tenant, services =>
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var (printers, mailbox) = (services.GetRequiredService<CollectionTexts>(), services.GetRequiredService<MailboxWords>());
        var sentences = PrinterCodes.Append("NobodyKnowsThis").ToDictionary(code => "Printer " + code, code => printers.Describe(new PrinterProblem(code, "plotter-eg", "Zwei")));
        foreach (var fault in new[] { "OtherName", "NotInForce" })
            sentences[$"Printer CertificateRefused {fault}"] = printers.Describe(new PrinterProblem(nameof(ReaderFailureCode.CertificateRefused), "plotter-eg", fault));
        foreach (var code in Enum.GetValues<MailboxProblemCode>().Except([MailboxProblemCode.Unreadable, MailboxProblemCode.Rejected]))
            sentences[$"Mailbox {code}"] = mailbox.Describe(new MailboxProblem(code, "imap", "Zwei"));
        return Task.FromResult(sentences);
    });

    private static IEnumerable<string> CodesOf(Type problems) =>
        problems.GetFields().Where(field => field is { IsLiteral: true, FieldType.FullName: "System.String" }).Select(field => (string)field.GetRawConstantValue()!);

    [GeneratedRegex("[^.:;]{6,}(?:[.:;](?=\\s)|\\.$)")]
    private static partial Regex Parts();
}
