namespace SmartTracker.Security.Tests;

/// <summary>Reads a table as RFC 4180 says, and nothing more forgiving.</summary>
internal static class Csv
{
    public static List<List<string>> Read(string text, char separator)
    {
        var rows = new List<List<string>>();
        var row = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            row.Add(Cell(text, ref at, separator));
            if (at < text.Length && text[at] == separator)
            {
                at++;
                continue;
            }

            Assert.Equal("\r\n", text.Substring(at, 2));
            at += 2;
            rows.Add(row);
            row = [];
        }

        return rows;
    }

    private static string Cell(string text, ref int at, char separator)
    {
        if (text[at] != '"')
        {
            var start = at;
            while (text[at] != separator && text[at] != '\r')
                at++;
            return text[start..at];
        }

        var cell = new System.Text.StringBuilder();
        for (at++; ; at++)
        {
            if (text[at] != '"')
                cell.Append(text[at]);
            else if (text[++at] == '"')
                cell.Append('"');
            else
                return cell.ToString();
        }
    }
}
