using System.Text;
using System.Xml;
using SmartTracker.Protocols.Ews.Tables;
using SmartTracker.Protocols.Http.Xml;

namespace SmartTracker.Collection.Profiles;

/// <summary>XML as tables: an element that repeats is a row, what stands in it (texts and attributes, by their path) are its columns.</summary>
internal static class XmlRows
{
    private const int MostTables = 5;
    private const int MostPaths = 1000;
    private const int Depth = 32;
    private const int MostRows = 200_000;
    private const int LongestText = 4096;
    private static readonly DeviceXmlLimits Limits = DeviceXmlLimits.Default with { Characters = 2L * FileTables.LargestFile };

    public static bool IsXml(ReadOnlySpan<byte> file)
    {
        var start = Encoding.Latin1.GetString(file[..Math.Min(file.Length, 1024)]);
        if (file is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            start = start.Replace("\0", "", StringComparison.Ordinal);
        start = start.TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FF', '\u00FE', ' ', '\r', '\n', '\t');
        return start.StartsWith('<') && !start.Contains("<html", StringComparison.OrdinalIgnoreCase) && !start.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
            && !start.StartsWith("<table", StringComparison.OrdinalIgnoreCase);
    }

    public static FileTables Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            // The root is no row unless there is nothing else; among equals the outer one is the job.
            var counts = Count(file);
            var rows = counts.OrderByDescending(path => path.Value).ThenBy(path => path.Key.Count(character => character == '/')).Select(path => path.Key).Take(MostTables).ToList();
            var tables = rows.Select((path, place) => new FileTable(path, Rows(file, path)) { IsSecondary = place > 0 }).ToList();
            return new FileTables(FileKind.Xml, tables, tables.Count == 0 ? FileDefect.NotATable : null);
        }
        catch (XmlException)
        {
            return new FileTables(FileKind.Xml, [], FileDefect.Damaged);
        }
        catch (XmlTooLargeException)
        {
            return new FileTables(FileKind.Xml, [], FileDefect.TooLarge);
        }
    }

    /// <summary>How often each element comes that holds others, by its path.</summary>
    private static Dictionary<string, int> Count(ReadOnlyMemory<byte> file)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var isParent = new HashSet<string>(StringComparer.Ordinal);
        Walk(file, (path, reader) =>
        {
            counts[path] = counts.GetValueOrDefault(path) + 1;
            if (reader.AttributeCount > 0 && path.Contains('/', StringComparison.Ordinal))
                isParent.Add(path);
            if (path.LastIndexOf('/') is var end and > 0)
                isParent.Add(path[..end]);
            if (counts.Count > MostPaths)
                throw new XmlTooLargeException();
        }, null, null);
        var rows = counts.Where(path => isParent.Contains(path.Key)).ToDictionary();
        var inner = rows.Where(path => path.Key.Contains('/', StringComparison.Ordinal)).ToDictionary();
        return inner.Count > 0 ? inner : rows;
    }

    private static List<TableRow> Rows(ReadOnlyMemory<byte> file, string rowPath)
    {
        var columns = new List<string>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new List<Dictionary<int, string>>();
        Dictionary<int, string>? row = null;
        var inside = rowPath + "/";

        void Tell(string name, string text)
        {
            // The same element again inside one row is a column of its own.
            for (var number = 1; ; number++)
            {
                var unique = number == 1 ? name : $"{name} [{number}]";
                if (!places.TryGetValue(unique, out var place))
                {
                    if (columns.Count == ProfileDefinition.MostColumns)
                        return;
                    places[unique] = place = columns.Count;
                    columns.Add(unique);
                }

                if (row!.TryAdd(place, text))
                    return;
            }
        }

        Walk(file, (path, reader) =>
        {
            if (path == rowPath)
            {
                if (rows.Count == MostRows)
                    throw new XmlTooLargeException();
                rows.Add(row = []);
            }
            else if (!path.StartsWith(inside, StringComparison.Ordinal))
            {
                row = null;
            }

            if (row is null)
                return;
            var place = path == rowPath ? "" : path[inside.Length..] + "/";
            for (var attribute = 0; attribute < reader.AttributeCount; attribute++)
            {
                reader.MoveToAttribute(attribute);
                if (reader.Prefix != "xmlns" && reader.Name != "xmlns")
                    Tell($"{place}@{reader.LocalName}", Short(reader.Value));
            }

            reader.MoveToElement();
        },
        (path, text) =>
        {
            if (row is not null && (path == rowPath || path.StartsWith(inside, StringComparison.Ordinal)))
                Tell(path == rowPath ? "." : path[inside.Length..], text);
        },
        path =>
        {
            if (path == rowPath)
                row = null;
        });
        var headings = new TableRow(0, [.. columns.Select(column => new TableCell(column))], "");
        return [headings, .. rows.Select((cells, index) => new TableRow(index + 1, [.. Enumerable.Range(0, columns.Count).Select(place => cells.TryGetValue(place, out var text) ? new TableCell(text) : TableCell.Empty)], ""))];
    }

    private static void Walk(ReadOnlyMemory<byte> file, Action<string, XmlReader> begin, Action<string, string>? text, Action<string>? end)
    {
        using var stream = new MemoryStream(file.ToArray(), writable: false);
        using var reader = DeviceXml.Open(stream, Limits);
        var open = new Stack<(string Path, StringBuilder Text, bool HasChildren)>();
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (reader.Depth >= Depth)
                        throw new XmlTooLargeException();
                    if (open.TryPop(out var parent))
                        open.Push(parent with { HasChildren = true });
                    var path = open.TryPeek(out parent) ? $"{parent.Path}/{reader.LocalName}" : reader.LocalName;
                    begin(path, reader);
                    if (reader.IsEmptyElement)
                        end?.Invoke(path);
                    else
                        open.Push((path, new StringBuilder(), false));
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    if (open.Peek().Text.Length < LongestText)
                        open.Peek().Text.Append(reader.Value);
                    break;
                case XmlNodeType.EndElement:
                    var element = open.Pop();
                    if (!element.HasChildren && Short(element.Text.ToString()) is { Length: > 0 } told)
                        text?.Invoke(element.Path, told);
                    end?.Invoke(element.Path);
                    break;
            }
        }
    }

    private static string Short(string text) => text.Trim() is var plain && plain.Length > LongestText ? plain[..LongestText] : plain;

    private sealed class XmlTooLargeException : Exception;
}
