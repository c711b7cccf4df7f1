namespace SmartTracker.PrinterReaders.Ews;

/// <summary>The words for kinds and states, by a part that all forms of the word have. Seen on devices: printed, отпечатано, отменено пользователем,
/// cancelado pelo …, Print, Печать; canceled by user stands in the manuals. The others are translations.</summary>
public static class EwsJobWords
{
    private static readonly (string Part, JobObservationStatus Status)[] States =
    [
        .. Words(JobObservationStatus.Cancelled, "cancel", "abgebrochen", "storniert", "annul", "отмен"),
        .. Words(JobObservationStatus.Failed, "error", "fehler", "erreur", "errore", "erro", "fout", "ошибк", "failed", "aborted", "mislukt"),
        .. Words(JobObservationStatus.Completed,
            "printed", "отпечатан", "напечатан", "impress", "gedruckt", "imprim", "impres", "stampat", "afgedrukt", "completed", "abgeschlossen", "terminé", "complet", "conclu",
            "voltooid", "заверш", "copied", "kopiert", "copié", "copiad", "copiat", "gekopieerd", "скопир", "scanned", "gescannt", "numéris", "escanead", "scansionat",
            "digitaliz", "gescand", "отскан"),
    ];

    private static readonly (string Part, JobObservationKind Kind)[] Kinds =
    [
        .. Words(JobObservationKind.Internal, "calibra", "kalibr", "калибр", "maintenance", "wartung", "mantenimiento", "manutenzione", "manutenção", "onderhoud", "обслуж", "intern"),
        .. Words(JobObservationKind.Scan, "scan", "numéris", "escan", "digitaliz", "acquisiz", "скан"),
        .. Words(JobObservationKind.Copy, "copy", "kopie", "copie", "copia", "cópia", "копи"),
        .. Words(JobObservationKind.Print, "print", "druck", "impres", "stampa", "afdruk", "печат"),
    ];

    /// <summary>Null for a word that nobody knows.</summary>
    public static JobObservationStatus? StatusOf(string? word) => Find(States, word);

    /// <inheritdoc cref="StatusOf"/>
    public static JobObservationKind? KindOf(string? word) => Find(Kinds, word);

    /// <summary>Only jobs that are over stand in the list, so that one without a word is done.</summary>
    /// <param name="isColumn">The list has a column for it.</param>
    internal static JobObservationStatus Status(string? word, bool isColumn, Action<string, ObservationProblemCode, string?> problem)
    {
        if (!isColumn)
            return JobObservationStatus.Completed;
        if (StatusOf(word) is { } status)
            return status;
        // Neither billed by guess, nor gone.
        problem("Status", ObservationProblemCode.UnknownWord, word);
        return JobObservationStatus.Pending;
    }

    internal static JobObservationKind Kind(string? word, Action<string, ObservationProblemCode, string?> problem)
    {
        if (word is null)
            return JobObservationKind.Print;
        if (KindOf(word) is { } kind)
            return kind;
        problem("JobType", ObservationProblemCode.UnknownWord, word);
        return JobObservationKind.Print;
    }

    private static T? Find<T>((string Part, T Value)[] words, string? text)
        where T : struct
    {
        foreach (var (part, value) in words)
        {
            if (text?.Contains(part, StringComparison.OrdinalIgnoreCase) == true)
                return value;
        }

        return null;
    }

    private static IEnumerable<(string Part, T Value)> Words<T>(T value, params string[] parts) => parts.Select(part => (part, value));
}
