using System.Globalization;
using CsCheck;

namespace SmartTracker.Protocols.Ews.Tests;

/// <summary>What a printer writes is what we read, for jobs of any content, in any container.</summary>
public sealed class RoundTripTests
{
    private static readonly Gen<string> Name = Gen.Char["abz !äß€<>&\"'日;x0,"].Array[1, 20].Select(letters => string.Join(' ', new string(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        .Where(name => name.Length > 0 && char.IsLetter(name[0]));

    private static readonly Gen<(string Name, string User, int Copies, decimal Area, decimal Ink, DateTime At)> Job = Gen.Select(
        Name, Name, Gen.Int[0, 999], Gen.Int[1, 9_999_999], Gen.Int[1, 999_999], Gen.Int[0, 40_000_000],
        (name, user, copies, area, ink, seconds) => (name, user, copies, area / 10_000m, ink / 100m, new DateTime(2025, 6, 1, 0, 0, 0, DateTimeKind.Unspecified).AddSeconds(seconds)));

    [Theory]
    [InlineData("de-DE", "Dokument;Benutzer;Kopien;Papierverbrauch (m²);Tintenverbrauch (ml);Druckzeit", "dd.MM.yyyy HH:mm:ss")]
    [InlineData("en-US", "Document;User;Copies;Paper area (m²);Ink used (ml);Printing time", "MMM d, yyyy h:mm:ss tt")]
    [InlineData("fr-FR", "Document;Utilisateur;Copies;Surface de papier (m²);Encre utilisée (ml);Date d'impression", "dd/MM/yyyy HH:mm:ss")]
    public void Written_jobs_are_read_as_they_were(string culture, string headings, string dateFormat)
    {
        var format = culture == "en-US" ? CultureInfo.InvariantCulture : new CultureInfo(culture);
        Gen.Select(Job.List[1, 8], Gen.Int[0, 2]).Sample(
            (jobs, container) =>
            {
                List<string[]> rows = [headings.Split(';'), .. jobs.Select(job => new[]
                {
                    job.Name, job.User, job.Copies.ToString(CultureInfo.InvariantCulture), job.Area.ToString("0.0000", format), job.Ink.ToString("0.00", format), job.At.ToString(dateFormat, format),
                })];
                var accounting = Make.Parse(container switch
                {
                    0 => Make.Bytes(Make.Html([.. rows.Select(row => Make.Row("", [.. row.Select(System.Net.WebUtility.HtmlEncode)!]))])),
                    1 => Make.Bytes(Make.Lines([.. rows.Select(row => string.Join(';', row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")))])),
                    _ => SmartTracker.PrinterSimulator.Serving.Ews.XlsxFile.Write(rows),
                });
                Assert.True(accounting.IsComplete, accounting.DefectDetail);
                Assert.Empty(accounting.Problems);
                Assert.Equal(jobs, accounting.Jobs.Select(job => (job.Document!, job.User!, job.Copies!.Value!.Value, job.MediaArea!.Value!.Value, job.InkUsed!.Value!.Value, job.PrintedAt!.Local!.Value)));
            },
            iter: 200);
    }
}
