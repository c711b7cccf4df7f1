using SmartTracker.Collection.Import;
using SmartTracker.Protocols.Ews.Words;

namespace SmartTracker.Collection.Profiles;

/// <summary>What people call columns, in German and English, for a first guess that a person corrects.</summary>
internal static class PlainHeadings
{
    private static readonly Dictionary<string, ImportField> Fields = Of(
        (ImportField.PrinterSerial, "serial number|serial no|serial|printer serial|device serial|seriennummer|serien-nr|geräte-nr"),
        (ImportField.DeviceJobId, "job id|job number|job no|auftragsnummer|auftrags-nr|auftrags-id|job-nr"),
        (ImportField.JobKind, "kind|job kind|type of job|art|auftragsart"),
        (ImportField.Status, "state|result|zustand|ergebnis"),
        (ImportField.UserName, "user|user name|username|owner|benutzername|anwender|besitzer"),
        (ImportField.JobName, "file|file name|filename|job name|title|datei|dateiname|dokumentname|titel|auftragsname"),
        (ImportField.AccountId, "account id|cost centre|cost center|project|konto|kontonummer|kostenstelle|projekt|projektnummer"),
        (ImportField.SubmittedAt, "submitted|submitted at|sent|sent at|gesendet|gesendet am|eingang"),
        (ImportField.CompletedAt, "completed|completed at|finished|finished at|printed|printed at|print date|end|end time|gedruckt|gedruckt am|fertig|fertig am|druckdatum|ende"),
        (ImportField.Pages, "pages|seiten|seitenzahl"),
        (ImportField.Copies, "copies|number of copies|kopien|exemplare|anzahl kopien"),
        (ImportField.MediaType, "media|media type|paper|material|papier|medium|papiersorte"),
        (ImportField.MediaWidthUm, "width|media width|roll width|paper width|breite|rollenbreite|papierbreite"),
        (ImportField.PageAreaMm2, "printed area|page area|druckfläche|bedruckte fläche"),
        (ImportField.MediaAreaMm2, "area|media area|paper area|fläche|medienfläche|papierfläche"),
        (ImportField.InkNl, "ink|total ink|tinte|tinte gesamt"));

    /// <summary>The field, and the unit that stands behind the name; nothing where nobody calls a column so.</summary>
    public static (ImportField? Field, string? Unit) Find(string heading)
    {
        var whole = heading.Trim();
        if (Fields.TryGetValue(whole, out var named))
            return (named, null);

        // "Fläche m²", "Area (sq ft)"
        for (var cut = whole.LastIndexOf(' '); cut > 0; cut = whole.LastIndexOf(' ', cut - 1))
        {
            if (EwsUnits.Canonical(whole[(cut + 1)..].Trim('(', ')', '[', ']', ',', ' ')) is { } unit && Fields.TryGetValue(whole[..cut].TrimEnd(',', ':'), out var field))
                return (field, unit);
        }

        return (null, null);
    }

    private static Dictionary<string, ImportField> Of(params (ImportField Field, string Names)[] fields) =>
        fields.SelectMany(field => field.Names.Split('|').Select(name => (name, field.Field))).ToDictionary(each => each.name, each => each.Field, StringComparer.OrdinalIgnoreCase);
}
