using System.Text.RegularExpressions;
using MimeKit;

namespace SmartTracker.TestHost;

/// <summary>What people find in their mail: the letters in the host's pickup folder.</summary>
public static partial class Letterbox
{
    /// <summary>The newest letter to an address; waits for one that is written after the answer.</summary>
    public static async Task<MimeMessage> LetterToAsync(this RunningHost host, string address, int count = 1)
    {
        await Eventually.IsTrueAsync(() => host.LettersTo(address).Count >= count, () => $"There is no letter number {count} to {address}.");
        return host.LettersTo(address)[^1];
    }

    public static IReadOnlyList<MimeMessage> LettersTo(this RunningHost host, string address)
    {
        ArgumentNullException.ThrowIfNull(host);
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
