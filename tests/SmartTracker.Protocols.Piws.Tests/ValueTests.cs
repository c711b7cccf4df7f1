using System.Globalization;
using CsCheck;
using SmartTracker.Protocols.Piws.Jobs;

namespace SmartTracker.Protocols.Piws.Tests;

/// <summary>Numbers and times are read as .NET reads them, only faster.</summary>
public sealed class ValueTests
{
    private const string Zone = "yyyy-MM-dd'T'HH:mm:ssK";

    private static readonly Gen<string> Numbers = Gen.OneOf(
        Gen.Select(Gen.Int[0, 999_999_999], Gen.Int[0, 999_999], (whole, fraction) => string.Create(CultureInfo.InvariantCulture, $"{whole}.{fraction:000000}")),
        Gen.Char["0123456789.-+, eE"].Array[0, 22].Select(letters => new string(letters)));

    private static readonly Gen<string> Times = Gen.OneOf(
        Gen.Long[0, 253_000_000_000].Select(seconds => DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        Gen.Select(Gen.Int[0, 9999], Gen.Int[0, 13], Gen.Int[0, 32], Gen.Int[0, 25], Gen.Int[0, 61], Gen.Int[0, 61], (year, month, day, hour, minute, second) =>
            string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}T{hour:00}:{minute:00}:{second:00}Z")),
        Gen.Char["0123456789-:TZ+ "].Array[18, 21].Select(letters => new string(letters)));

    [Fact]
    public void A_number_is_the_one_that_decimal_reads_to_its_last_zero() => Numbers.Sample(
        text =>
        {
            var isNumber = decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var expected);
            Assert.Equal(isNumber, PiwsNumber.TryRead(text, out var number));
            Assert.Equal(decimal.GetBits(expected), decimal.GetBits(number));
        },
        iter: 20_000);

    [Fact]
    public void A_time_is_the_one_that_NET_reads() => Times.Sample(
        text =>
        {
            var isTime = DateTimeOffset.TryParseExact(text, Zone, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var expected);
            Assert.Equal(isTime, PiwsTime.TryRead(text, out var time));
            Assert.Equal(expected, time);
        },
        iter: 20_000);
}
