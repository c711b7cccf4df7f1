using System.Collections.Frozen;
using System.Text;
using SmartTracker.PrinterReaders.Names;
using SmartTracker.Protocols.Ipp.Codec;
using SmartTracker.Protocols.Ipp.Messages;

namespace SmartTracker.PrinterReaders.Ipp;

/// <summary>Takes names out of IPP answers. Only attributes that are asked for are left: a printer that gives everything also gives the document's address
/// and name, and says in its status message what it prints for whom.</summary>
internal static class IppAnswerNames
{
    private const string User = "job-originating-user-name";
    private const string Host = "job-originating-host-name";
    private const string Job = "job-name";
    private const string ContentType = "application/ipp";

    private static readonly FrozenSet<string> Known =
        IppNames.Printer.Concat(IppNames.State).Concat(IppNames.Job).Except(["printer-state-message"]).Concat(["attributes-charset", "attributes-natural-language"]).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<byte> Groups = new[] { IppTag.OperationAttributes, IppTag.JobAttributes, IppTag.PrinterAttributes }.ToFrozenSet();

    public static RawAnswer Withhold(RawAnswer answer, NamePrivacy privacy)
    {
        if (IppDecoder.Decode(answer.Body) is not { Message: { } message } reading)
            return answer.Emptied();
        var left = message with { Groups = [.. message.Groups.Where(group => Groups.Contains(group.Tag)).Select(group => group with { Attributes = [.. Attributes(group.Attributes, privacy)] })] };
        return answer.Left(IppEncoder.Encode(left), reading.IsComplete, ContentType);
    }

    private static IEnumerable<IppAttribute> Attributes(IReadOnlyList<IppAttribute> attributes, NamePrivacy privacy)
    {
        foreach (var attribute in attributes.Where(attribute => Known.Contains(attribute.Name)))
        {
            var values = attribute.Values.Select(value => Value(attribute.Name, value, privacy)).OfType<IppValue>().ToList();
            if (values.Count > 0)
                yield return attribute with { Values = values };
        }
    }

    /// <summary>Null where nothing may stay of it.</summary>
    private static IppValue? Value(string attribute, IppValue value, NamePrivacy privacy) => attribute switch
    {
        User => Name(value, privacy.OfUser),
        Host => Name(value, privacy.OfHost),
        Job => Name(value, privacy.OfJob),
        _ => Writable(value),
    };

    // A name that is no text is none that is read.
    private static IppValue? Name(IppValue value, Func<string?, string?> of) => value switch
    {
        IppText text => Writable(text with { Text = of(text.Text) ?? "" }),
        IppLocalizedText text => Writable(text with { Text = of(text.Text) ?? "" }),
        IppOutOfBand none => none,
        _ => null,
    };

    // Text in another character set may be longer as UTF-8 than a value may be.
    private static IppValue? Writable(IppValue value) => value switch
    {
        IppText text => Encoding.UTF8.GetByteCount(text.Text) <= short.MaxValue ? text : null,
        IppLocalizedText text => Encoding.UTF8.GetByteCount(text.Language + text.Text) < short.MaxValue - 4 ? text : null,
        IppCollection collection => new IppCollection([.. collection.Members.Select(Member).OfType<IppAttribute>()]),
        _ => value,
    };

    private static IppAttribute? Member(IppAttribute member)
    {
        var values = member.Values.Select(Writable).OfType<IppValue>().ToList();
        return member.Name.Length is > 0 and <= 255 && values.Count > 0 ? member with { Values = values } : null;
    }
}
