using SmartTracker.Protocols.Ipp.Codec;
using SmartTracker.Protocols.Ipp.Messages;

namespace SmartTracker.Protocols.Ipp.Tests;

internal static class Make
{
    /// <summary>An answer with one group, whose attributes are given as bytes.</summary>
    public static byte[] Answer(byte group, params byte[][] attributes) =>
        [1, 1, 0, 0, 0, 0, 0, 1, group, .. attributes.SelectMany(bytes => bytes), IppTag.EndOfAttributes];

    /// <summary>An attribute as it lies on the wire; an empty name makes an additional value.</summary>
    public static byte[] Attribute(byte tag, string name, params byte[] value) =>
        [tag, 0, (byte)name.Length, .. name.Select(letter => (byte)letter), (byte)(value.Length >> 8), (byte)(value.Length & 0xFF), .. value];

    public static byte[] Text(string text) => [.. text.Select(letter => (byte)letter)];

    /// <summary>Language and text as HP office printers send them: what should be the length of both is that of the language.</summary>
    public static byte[] WithoutOuterLength(string name, string language, string text) =>
        [.. Attribute(IppTag.NameWithLanguage, name, Text(language)), 0, (byte)text.Length, .. Text(text)];

    /// <summary>Two jobs with every kind of value.</summary>
    public static IppMessage JobList() => new()
    {
        Code = 0,
        RequestId = 2,
        Groups =
        [
            new IppGroup(IppTag.OperationAttributes,
            [
                new("attributes-charset", new IppText("utf-8", IppTag.Charset)),
                new("attributes-natural-language", new IppText("de", IppTag.NaturalLanguage)),
            ]),
            Job(7, "Grundriß EG.pdf"),
            Job(8, "Schnitt A–A.pdf"),
        ],
    };

    public static IppReading Read(byte[] message, IppLimits? limits = null) => IppDecoder.Decode(message, limits);

    private static IppGroup Job(int id, string name) => new(IppTag.JobAttributes,
    [
        new("job-id", new IppInteger(id)),
        new("job-state", new IppInteger(9, IppTag.Enum)),
        new("job-name", new IppLocalizedText("de", name, IppTag.NameWithLanguage)),
        new("job-originating-user-name", new IppText("a.brandt", IppTag.NameWithoutLanguage)),
        new("job-state-reasons", new IppText("job-completed-successfully", IppTag.Keyword), new IppText("job-saved", IppTag.Keyword)),
        new("date-time-at-creation", new IppDateTime(new DateTime(2026, 10, 5, 14, 3, 9, 500), TimeSpan.FromHours(2))),
        new("time-at-completed", new IppOutOfBand(IppTag.NoValue)),
        new("printer-resolution", new IppResolution(600, 1200, 3)),
        new("page-ranges", new IppRange(1, 4), new IppRange(7, 9)),
        new("my-jobs", new IppBoolean(true)),
        new("vendor-octets", new IppOctets(new byte[] { 0, 255, 3 })),
        new("vendor-tag", new IppOctets(new byte[] { 9 }, 0x7A)),
        new("media-col",
            new IppCollection(
            [
                new("media-type", new IppText("stationery", IppTag.Keyword)),
                new("media-size", new IppCollection([new("x-dimension", new IppInteger(59400)), new("y-dimension", new IppInteger(84100))])),
                new("media-tracking", new IppText("a", IppTag.Keyword), new IppText("b", IppTag.Keyword)),
            ])),
    ]);
}
