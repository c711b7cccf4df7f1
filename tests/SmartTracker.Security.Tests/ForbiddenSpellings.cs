using System.Globalization;
using System.Net;

namespace SmartTracker.Security.Tests;

/// <summary>Addresses that no list of whole networks allows, as people who want to get there write them.</summary>
internal static class ForbiddenSpellings
{
    private static readonly string[] Forbidden =
        ["127.0.0.1", "127.1.2.3", "127.255.255.254", "0.0.0.0", "0.1.2.3", "169.254.169.254", "169.254.0.1", "100.100.100.200", "192.0.0.192", "224.0.0.251", "255.255.255.255"];

    private static readonly string[] Others =
    [
        "localhost", "LOCALHOST", "localhost.", "LocalHost.", "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ", "ｌｏｃａｌｈｏｓｔ", "loc%61lhost", "ip6-localhost", "ip6-loopback",
        "[::1]", "[0:0:0:0:0:0:0:1]", "[0000:0000:0000:0000:0000:0000:0000:0001]", "[::0001]", "[::1%251]", "[::]", "[0::0]", "[fe80::1]", "[FE80::1%251]", "[febf::1]", "[fec0::1]",
        "[ff02::1]", "[ff0e::fb]", "[::ffff:0:0]", "[64:ff9b:1::7f00:1]", "[2001:0:0:0:0:0:80ff:fffe]", "[fe80::5efe:127.0.0.1]", "[fd00::200:5efe:127.0.0.1]",
        "127.1", "127.0.1", "0x7f.1", "0177.1", "0", "0x0", "00", "127.0.0.1:80@127.0.0.1", "plotter.example@127.0.0.1", "plotter.example#@127.0.0.1", "127.0.0.1\\@plotter.example",
        "127。0。0。1", "127．0．0．1", "①②⑦.⓪.⓪.①", "１２７.０.０.１", "%31%32%37.0.0.1", "127.0.0.1%00", "127.0.0.1%2f", " 127.0.0.1 ", "127.0.0.1\t", "//127.0.0.1", "https://127.0.0.1",
    ];

    /// <summary>Each once.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Forbidden.SelectMany(SpellingsOf).Concat(Others).Distinct()];

    private static IEnumerable<string> SpellingsOf(string address)
    {
        var bytes = IPAddress.Parse(address).GetAddressBytes();
        var number = ((uint)bytes[0] << 24) | ((uint)bytes[1] << 16) | ((uint)bytes[2] << 8) | bytes[3];
        var (high, low) = (number >> 16, number & 0xFFFF);
        yield return address;
        yield return address + ".";
        yield return number.ToString(CultureInfo.InvariantCulture);
        yield return "0x" + number.ToString("x8", CultureInfo.InvariantCulture);
        yield return "0X" + number.ToString("X", CultureInfo.InvariantCulture);
        yield return "0" + Convert.ToString(number, 8);
        yield return string.Join('.', bytes.Select(part => "0x" + part.ToString("x2", CultureInfo.InvariantCulture)));
        yield return string.Join('.', bytes.Select(part => "0" + Convert.ToString(part, 8)));
        yield return string.Join('.', bytes.Select(part => "000" + Convert.ToString(part, 8)));
        yield return $"{bytes[0]}.{number & 0xFFFFFF}";
        yield return $"{bytes[0]}.{bytes[1]}.{low}";
        yield return $"0x{bytes[0]:x}.{bytes[1]}.0{Convert.ToString(bytes[2], 8)}.{bytes[3]}";
        yield return $"[::ffff:{address}]";
        yield return $"[::ffff:{high:x}:{low:x}]";
        yield return $"[0:0:0:0:0:ffff:{high:X4}:{low:X4}]";
        yield return $"[::ffff:0:{address}]";
        yield return $"[::{high:x}:{low:x}]";
        yield return $"[64:ff9b::{address}]";
        yield return $"[64:ff9b::{high:x}:{low:x}]";
        yield return $"[2002:{high:x}:{low:x}::1]";
        yield return $"https://{address}";
        yield return $"plotter@{address}";
    }
}
