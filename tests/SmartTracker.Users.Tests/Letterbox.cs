using System.Text.RegularExpressions;
using MimeKit;
using SmartTracker.TestHost;

namespace SmartTracker.Users.Tests;

/// <summary>What people find in their mail: the letters in the host's pickup folder.</summary>
internal static partial class Letterbox
{
    /// <summary>The newest letter to an address; waits for one that is written after the answer.</summary>
    public static async Task<MimeMessage> LetterToAsync(this RunningHost host, string address, int count = 1)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var letters = LettersTo(host, address);
            if (letters.Count >= count)
                return letters[^1];
            await Task.Delay(50);
        }

        throw new TimeoutException($"There is no letter number {count} to {address}.");
    }

    public static IReadOnlyList<MimeMessage> LettersTo(this RunningHost host, string address)
    {
        var folder = Path.Combine(host.DataFolder, "mail");
        return Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, "*.eml").Order(StringComparer.Ordinal).Select(file => MimeMessage.Load(file)).Where(letter => letter.To.Mailboxes.Single().Address == address)]
            : [];
    }

    /// <summary>Where the letter's link leads, relative to the tenant.</summary>
    public static string Link(this MimeMessage letter, string tenant = "nordplan") =>
        LinkPattern().Match(letter.TextBody!).Value.Split("/" + tenant + "/")[1];

    [GeneratedRegex(@"http\S+/(invitation|reset|confirm-email)/\S+")]
    private static partial Regex LinkPattern();
}
