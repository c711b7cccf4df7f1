using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SmartTracker.Protocols.Ews.Accounting;

namespace SmartTracker.PrinterReaders.Ews;

/// <summary>What the last whole list showed. Written as <c>printer.lists.order.newest.crowds</c>.</summary>
/// <param name="Printer">Of whom: another device at the address begins at the beginning.</param>
/// <param name="Lists">How many whole lists came before; stands in for a counter of changes, which the device has none of.</param>
/// <param name="Order">What a list has proved about the dates.</param>
/// <param name="Newest">The last few jobs: where none of them is in the next list, jobs may have rolled off unseen.</param>
/// <param name="Crowds">Of moments at which several jobs ended, how many.</param>
internal sealed record EwsCursor(string Printer, long Lists, EwsDateOrder Order, IReadOnlyList<string> Newest, IReadOnlyDictionary<string, int> Crowds)
{
    public const int NewestKept = 5;

    /// <summary>Keeps the text short.</summary>
    public const int CrowdsKept = 50;

    public static string PrinterKey(string? serialNumber) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(serialNumber ?? "")))[..8];

    public static EwsCursor First(string printer) => new(printer, 0, EwsDateOrder.Unknown, [], new Dictionary<string, int>());

    /// <summary>Null also for text that is no cursor of ours: then the list counts as the first, which changes nothing about jobs that are known.</summary>
    public static EwsCursor? Parse(string? text)
    {
        if (text?.Split('.') is not [var printer, var lists, var order, var newest, var crowds]
            || !long.TryParse(lists, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || !Enum.TryParse<EwsDateOrder>(order, out var known) || !Enum.IsDefined(known))
            return null;
        var sizes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var crowd in crowds.Split(',', StringSplitOptions.RemoveEmptyEntries).Take(CrowdsKept))
        {
            if (crowd.Split('=') is not [var id, var size] || !int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return null;
            sizes[id] = number;
        }

        return new EwsCursor(printer, count, known, [.. newest.Split(',', StringSplitOptions.RemoveEmptyEntries).Take(NewestKept)], sizes);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Printer}.{Lists}.{Order}.{string.Join(',', Newest)}.{string.Join(',', Crowds.Select(crowd => string.Create(CultureInfo.InvariantCulture, $"{crowd.Key}={crowd.Value}")))}");
}
