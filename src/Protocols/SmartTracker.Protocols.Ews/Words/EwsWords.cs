namespace SmartTracker.Protocols.Ews.Words;

/// <summary>Words inside cells, by the beginning of what the printer writes, in lower case. Marked with (seen) where a real device wrote it.</summary>
public static class EwsWords
{
    // Ink of another maker, or no ink for this kind of job: the amount is not known.
    private static readonly string[] NotMeasured =
    [
        "not applicable" /* seen */, "n/a", "tinta alterada" /* seen, pt */, "não aplicável" /* seen, pt */, "nicht zutreffend", "nicht anwendbar", "tinte verändert",
        "sans objet", "non applicable", "encre modifiée", "no aplicable", "no corresponde", "tinta modificada", "non applicabile", "inchiostro alterato",
        "niet van toepassing", "не применимо", "неприменимо", "altered ink", "ink altered", "unknown", "unbekannt", "inconnu", "desconocido", "desconhecido",
        "sconosciuto", "onbekend", "неизвестно",
    ];

    private static readonly string[] Ink = ["ink" /* seen */, "tinta" /* seen, pt; also es */, "tinte", "encre", "inchiostro", "inkt", "чернила"];

    public static bool IsNotMeasured(string text) => Begins(text, NotMeasured);

    /// <summary>A row under a job that is about its ink.</summary>
    public static bool IsInk(string text) => Begins(text, Ink);

    /// <summary>The channel out of <c>Ink - LC</c>; null where it is about something else.</summary>
    public static string? InkChannel(string costType)
    {
        ArgumentNullException.ThrowIfNull(costType);
        var dash = costType.IndexOfAny(['-', '–', ':']);
        return dash > 0 && IsInk(costType[..dash].Trim()) && costType[(dash + 1)..].Trim() is { Length: > 0 and <= 20 } channel ? channel : null;
    }

    private static bool Begins(string text, string[] words)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = text.AsSpan().Trim();
        foreach (var word in words)
        {
            if (start.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
