namespace SmartTracker.Protocols.Ipp.Messages;

/// <summary>Looks into a group or a collection. Absent, out of band and of another type are all null; the first attribute of a name counts.</summary>
public static class IppAttributes
{
    public static IppAttribute? Find(this IReadOnlyList<IppAttribute> attributes, string name)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        foreach (var attribute in attributes)
        {
            if (attribute.Name == name)
                return attribute;
        }

        return null;
    }

    public static IppValue? First(this IReadOnlyList<IppAttribute> attributes, string name) =>
        attributes.Find(name) is { Values: [var first, ..] } ? first : null;

    public static int? Integer(this IReadOnlyList<IppAttribute> attributes, string name) => (attributes.First(name) as IppInteger)?.Value;

    public static string? Text(this IReadOnlyList<IppAttribute> attributes, string name) => attributes.First(name).TextOf();

    public static IReadOnlyList<string> Texts(this IReadOnlyList<IppAttribute> attributes, string name) =>
        attributes.Find(name) is { } attribute ? [.. attribute.Values.Select(TextOf).OfType<string>()] : [];

    public static IReadOnlyList<IppAttribute>? Members(this IReadOnlyList<IppAttribute> attributes, string name) =>
        (attributes.First(name) as IppCollection)?.Members;

    private static string? TextOf(this IppValue? value) => value switch
    {
        IppText text => text.Text,
        IppLocalizedText text => text.Text,
        _ => null,
    };
}
