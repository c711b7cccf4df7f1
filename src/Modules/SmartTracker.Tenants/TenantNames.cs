using System.Globalization;
using System.Text;

namespace SmartTracker.Tenants;

/// <summary>Makes an address out of a company's name: <c>Ing.-Büro Söhne &amp; Co.</c> becomes <c>ing-buero-soehne-co</c>.</summary>
public static class TenantNames
{
    private const int Longest = 40;

    /// <summary>Lower-case letters, digits and hyphens; empty where nothing of the name can be used.</summary>
    public static string Prefix(string company)
    {
        ArgumentNullException.ThrowIfNull(company);
        var spelled = company.ToLowerInvariant()
            .Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal)
            .Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal)
            .Normalize(NormalizationForm.FormD);
        var prefix = new StringBuilder();
        foreach (var character in spelled)
        {
            if (char.IsAsciiLetterOrDigit(character))
                prefix.Append(character);
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && prefix.Length > 0 && prefix[^1] != '-')
                prefix.Append('-');
        }

        return prefix.ToString()[..Math.Min(prefix.Length, Longest)].Trim('-');
    }

    /// <summary>A technical name, which begins with a letter and has at least two characters.</summary>
    public static string Name(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        var name = prefix.Length > 0 && char.IsAsciiLetter(prefix[0]) ? prefix : ("tenant-" + prefix).TrimEnd('-');
        name = name.Length < 2 ? name + "-1" : name;
        return name[..Math.Min(name.Length, Longest)].TrimEnd('-');
    }
}
