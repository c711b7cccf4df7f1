using System.Collections.Frozen;

namespace SmartTracker.Users.Domain;

/// <summary>What guessing programs try first: frequent words, names and keyboard walks, put together, repeated, spelled with digits for letters and
/// followed by years. Instead of listing the results, which are millions, the rules that make them are run backwards: what is left of a password
/// when its frequent parts are taken away is what somebody would have to guess.</summary>
internal static class CommonPasswords
{
    /// <summary>Fewer characters that no rule explains are tried out in no time.</summary>
    private const int FewestUnexplained = 5;

    private const int LongestFreeNumber = 4;

    // Chosen for this program from what people here tend to take; in lower case, at least three letters.
    private const string Words = """
        password passwort kennwort passwd pass word geheim secret login logon admin administrator root master user users guest gast test testing
        demo default standard changeme change start begin welcome willkommen hello hallo moin servus letmein letme please bitte danke thanks
        iloveyou ichliebedich ich liebe dich love lover liebe schatz schatzi mausi hase hasi engel angel baby princess prinzessin prinz dragon drache
        monkey affe hund katze tiger lion loewe bear baer wolf horse pferd shadow sunshine sonne sonnenschein moon mond star stern stars
        football fussball soccer baseball basketball hockey tennis golf bayern dortmund borussia schalke hamburg berlin muenchen munich koeln frankfurt
        stuttgart bremen hannover leipzig dresden london paris wien zuerich germany deutschland europa england america
        sommer summer winter fruehling spring herbst autumn montag monday dienstag mittwoch donnerstag freitag friday samstag sonntag sunday
        januar january februar february maerz march april juni june juli july august september oktober october november dezember december
        michael thomas andreas stefan stephan christian daniel martin peter markus alexander sebastian tobias matthias florian jan max maximilian
        lukas leon felix paul anna maria julia laura lisa lena sarah sandra nicole katrin sabine petra claudia susanne jessica jennifer ashley
        robert john david james george charlie jordan hunter batman superman spiderman starwars pokemon matrix ninja killer hacker
        computer internet windows server office firma company business buero drucker druck printer plotter print designjet pagewide hewlettpackard
        hewlett packard smarttracker smart tracker plan plaene zeichnung cad auto mercedes porsche ferrari mustang
        freedom freiheit access trustno1 trustno qwert qwertz qwerty azerty asdf yxcv zxcv abc abcd abc123 xxx mein meine my your the this
        one two three eins zwei drei vier super mega ultra cool best beste nummer number first neu new alt old top correcthorsebatterystaple
        """;

    private static readonly string[] Walks =
    [
        "abcdefghijklmnopqrstuvwxyz", "12345678901234567890", "qwertzuiop", "qwertyuiop", "azertyuiop", "asdfghjkl", "yxcvbnm", "zxcvbnm",
        "1q2w3e4r5t6z7u8i9o0p", "1q2w3e4r5t6y7u8i9o0p", "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "qazwsxedcrfvtgbyhnujm", "a1b2c3d4e5f6g7h8i9",
        "112233445566778899", "111222333444555666777888999",
    ];

    private static readonly FrozenSet<string> Known = Words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet();

    private static readonly int LongestWord = Known.Max(word => word.Length);

    private static readonly string[] WalksBothWays = [.. Walks, .. Walks.Select(walk => string.Concat(walk.Reverse()))];

    /// <param name="ofThisSite">Names that somebody who attacks this site tries as well, in any case.</param>
    public static bool Contains(string password, IEnumerable<string> ofThisSite)
    {
        var here = ofThisSite.Select(name => name.ToLowerInvariant()).Where(name => name.Length > 2).ToHashSet();
        var bare = string.Concat(password.ToLowerInvariant().Where(char.IsLetterOrDigit));
        var spelled = string.Concat(password.ToLowerInvariant().Select(Letter).Where(char.IsLetterOrDigit));
        return Math.Min(Unexplained(Once(bare), here), Unexplained(Once(spelled), here)) < FewestUnexplained;
    }

    private static int Unexplained(string text, HashSet<string> here)
    {
        var unexplained = 0;
        for (var at = 0; at < text.Length;)
        {
            if (Explained(text, at, here) is > 0 and var length)
            {
                at += length;
                continue;
            }

            var digits = Digits(text, at);
            unexplained += digits == 0 ? 1 : digits <= LongestFreeNumber ? 0 : digits / 2;
            at += Math.Max(digits, 1);
        }

        return unexplained;
    }

    /// <summary>Length of the longest frequent part that begins here.</summary>
    private static int Explained(string text, int at, HashSet<string> here)
    {
        var longest = Math.Max(RunOfOne(text, at), Walk(text, at));
        for (var length = Math.Min(text.Length - at, Math.Max(LongestWord, 40)); length > Math.Max(longest, 2); length--)
        {
            var part = text.Substring(at, length);
            if (Known.Contains(part) || here.Contains(part))
                return length;
        }

        return longest;
    }

    private static int RunOfOne(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] == text[at])
            end++;
        return end - at >= 3 ? end - at : 0;
    }

    private static int Walk(string text, int at)
    {
        var longest = 0;
        foreach (var walk in WalksBothWays)
        {
            for (var from = walk.IndexOf(text[at], StringComparison.Ordinal); from >= 0; from = walk.IndexOf(text[at], from + 1))
            {
                var length = 0;
                while (at + length < text.Length && from + length < walk.Length && text[at + length] == walk[from + length])
                    length++;
                longest = Math.Max(longest, length);
            }
        }

        return longest >= 4 ? longest : 0;
    }

    private static int Digits(string text, int at) => text.Skip(at).TakeWhile(char.IsAsciiDigit).Count();

    /// <summary>The shortest piece that the text repeats: <c>hallohallohallo</c> is as easy as <c>hallo</c>.</summary>
    private static string Once(string text) => Enumerable.Range(1, text.Length / 2)
        .Where(length => Enumerable.Range(length, text.Length - length).All(index => text[index] == text[index - length]))
        .Select(length => text[..length])
        .FirstOrDefault(text);

    private static char Letter(char character) => character switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' or '+' => 't',
        _ => character,
    };
}
