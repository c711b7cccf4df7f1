using System.Globalization;
using System.Text.RegularExpressions;
using SmartTracker.Protocols.Ews.Words;

namespace SmartTracker.Protocols.Ews.Accounting;

/// <summary>Numbers as people write them. Which of comma and point begins the decimals is learned from the numbers that leave no doubt; then from the
/// language; else a number such as <c>1,071</c> is not read.</summary>
internal sealed partial class EwsNumbers
{
    private const int LongestText = 60;
    private readonly char? _decimal;

    /// <param name="texts">All amounts of the document.</param>
    /// <param name="language">Of the headings, or null.</param>
    public EwsNumbers(IEnumerable<string> texts, string? language)
    {
        var proven = texts.Select(text => Amount().Match(Short(text))).Where(match => match.Success).Select(match => Proves(match.Groups["number"].Value)).OfType<char>().Distinct().ToList();
        _decimal = proven switch
        {
            [var only] => only,
            [] when language is not null => language == "en" ? '.' : ',',
            _ => null,
        };
        // Headings in another language than the figures were seen: only what the figures themselves prove makes a comma with three digits a mark of thousands.
        IsProven = proven.Count == 1;
    }

    private bool IsProven { get; }

    /// <summary>Number and unit of a text such as <c>1,0710 м²</c>.</summary>
    /// <returns>False where the text does not begin with a number.</returns>
    public bool TryRead(string text, out decimal? value, out string? unit)
    {
        (value, unit) = (null, null);
        var match = Amount().Match(Short(text));
        if (!match.Success)
            return false;
        unit = match.Groups["unit"].Value is { Length: > 0 } spelling ? EwsUnits.Canonical(spelling) ?? "?" : null;
        var number = Digits(match.Groups["number"].Value);
        value = number is not null && decimal.TryParse(number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
        return true;
    }

    /// <summary>With a point before the decimals and nothing between the thousands; null where nobody can tell.</summary>
    private string? Digits(string number)
    {
        var plain = new string([.. number.Where(character => character is not (' ' or '\'' or '’' or '\u00A0' or '\u202F'))]);
        var last = plain.LastIndexOfAny(['.', ',']);
        if (last < 0)
            return plain;
        var mark = plain[last];
        var isOnly = plain.IndexOfAny(['.', ',']) == last;
        if (!isOnly && plain.IndexOf(mark, StringComparison.Ordinal) == last)
            return Thousands(plain[..last]) is { } whole ? whole + "." + plain[(last + 1)..] : null;
        if (!isOnly)
            return Thousands(plain);
        if (Proves(plain) == mark || mark == _decimal)
            return plain.Replace(mark, '.');
        return IsProven ? Thousands(plain) : null;
    }

    /// <summary>Null where the marks do not stand before three digits each.</summary>
    private static string? Thousands(string text)
    {
        var groups = text.Split('.', ',');
        return groups[0].Length > 0 && groups.Skip(1).All(group => group.Length == 3) ? string.Concat(groups) : null;
    }

    /// <summary>The mark before the decimals where the number leaves no doubt: both marks stand in it, or the only one is not before three digits.</summary>
    private static char? Proves(string number)
    {
        var last = number.LastIndexOfAny(['.', ',']);
        if (last < 0)
            return null;
        var mark = number[last];
        var before = number.AsSpan(0, last);
        if (before.Contains(mark))
            return null;
        if (before.ContainsAny('.', ','))
            return mark;
        // "0,500" has three digits, but nobody writes a zero before a thousand.
        return number.Length - last - 1 != 3 || before.Trim("+- ").TrimStart('0').Length == 0 ? mark : null;
    }

    private static string Short(string text) => text.Length > LongestText ? text[..LongestText] : text;

    [GeneratedRegex(@"^\s*(?<number>[+-]?[0-9](?:[0-9 \u00A0\u202F'’.,]*[0-9])?)\s*(?<unit>[^0-9\s].*?)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();
}
