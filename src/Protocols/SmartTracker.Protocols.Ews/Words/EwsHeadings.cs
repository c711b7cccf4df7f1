using static SmartTracker.Protocols.Ews.Words.EwsColumn;
using static SmartTracker.Protocols.Ews.Words.EwsEvidence;

namespace SmartTracker.Protocols.Ews.Words;

/// <summary>One heading in one language.</summary>
public sealed record EwsHeading(string Text, EwsColumn Column, string Language, EwsEvidence Evidence);

/// <summary>The words above the columns, in lower case and without units.</summary>
public static class EwsHeadings
{
    // Seen: export of a Latex 330. Manual: user guides of T1700, Z6 and T2600. Everything else is translated by us until somebody sends a page.
    private static readonly (string Language, EwsEvidence Evidence, EwsColumn Column, string[] Texts)[] Table =
    [
        ("en", Seen, Document, ["document"]),
        ("en", Seen, JobType, ["job type"]),
        ("en", Seen, Status, ["status"]),
        ("en", Seen, MediaType, ["substrate type"]),
        ("en", Seen, MediaArea, ["substrate usage"]),
        ("en", Seen, InkUsed, ["ink used"]),
        ("en", Seen, PrintedAt, ["printing time"]),
        ("en", Seen, PrintMode, ["print mode"]),
        ("en", Seen, CostType, ["cost type"]),
        ("en", Manual, Document, ["name"]),
        ("en", Manual, Number, ["number"]),
        ("en", Manual, PrintedAt, ["time"]),
        ("en", Manual, User, ["user"]),
        ("en", Manual, JobType, ["type"]),
        ("en", Manual, Source, ["source"]),
        ("en", Manual, PrintMode, ["print quality"]),
        ("en", Manual, Copies, ["copies"]),
        ("en", Manual, Pages, ["pages"]),
        ("en", Manual, Cost, ["total cost"]),
        ("en", Manual, MediaType, ["paper type"]),
        ("en", Manual, MediaArea, ["paper area"]),
        ("en", Manual, MediaLength, ["paper length"]),
        ("en", Manual, Account, ["account id"]),
        ("en", Translated, Document, ["document name", "job name"]),
        ("en", Translated, Output, ["output", "print output", "destination"]),
        ("en", Translated, Cost, ["cost", "cost value"]),
        ("en", Translated, MediaType, ["media type"]),
        ("en", Translated, MediaArea, ["paper usage", "paper used", "media usage", "media area"]),
        ("en", Translated, MediaLength, ["substrate length", "media length"]),
        ("en", Translated, ScanLength, ["scan length"]),
        ("en", Translated, Category, ["category", "print category"]),
        ("en", Translated, InkUsed, ["ink usage", "ink"]),
        ("en", Translated, User, ["user name"]),
        ("en", Translated, PrintedAt, ["print time", "date", "completed"]),

        ("de", Translated, Document, ["dokument", "dokumentname", "name", "auftragsname", "jobname"]),
        ("de", Translated, Number, ["nummer"]),
        ("de", Translated, JobType, ["jobtyp", "auftragstyp", "auftragsart", "typ"]),
        ("de", Translated, Source, ["quelle", "auftragsquelle"]),
        ("de", Translated, Output, ["ausgabe", "druckausgabe", "ausgabeziel"]),
        ("de", Translated, Status, ["status"]),
        ("de", Translated, Copies, ["kopien", "exemplare"]),
        ("de", Translated, Pages, ["seiten"]),
        ("de", Translated, CostType, ["kostentyp", "kostenart"]),
        ("de", Translated, Cost, ["gesamtkosten", "kosten"]),
        ("de", Translated, MediaType, ["papiertyp", "papiersorte", "substrattyp", "medientyp"]),
        ("de", Translated, MediaArea, ["papierverbrauch", "papierfläche", "substratverbrauch", "verbrauchtes papier", "medienverbrauch"]),
        ("de", Translated, MediaLength, ["papierlänge", "substratlänge"]),
        ("de", Translated, ScanLength, ["scanlänge"]),
        ("de", Translated, Category, ["kategorie", "druckkategorie"]),
        ("de", Translated, InkUsed, ["tintenverbrauch", "verbrauchte tinte", "tinte"]),
        ("de", Translated, User, ["benutzer", "benutzername"]),
        ("de", Translated, Account, ["konto-id", "konto", "kontokennung"]),
        ("de", Translated, PrintedAt, ["druckzeit", "druckzeitpunkt", "druckdatum", "zeit", "uhrzeit", "datum"]),
        ("de", Translated, PrintMode, ["druckmodus", "druckqualität"]),

        ("fr", Translated, Document, ["document", "nom du document", "nom"]),
        ("fr", Translated, Number, ["numéro"]),
        ("fr", Translated, JobType, ["type de tâche", "type de travail", "type"]),
        ("fr", Translated, Source, ["source", "origine"]),
        ("fr", Translated, Output, ["sortie", "destination"]),
        ("fr", Translated, Status, ["état", "statut"]),
        ("fr", Translated, Copies, ["copies", "exemplaires"]),
        ("fr", Translated, Pages, ["pages"]),
        ("fr", Translated, CostType, ["type de coût"]),
        ("fr", Translated, Cost, ["coût total", "coût"]),
        ("fr", Translated, MediaType, ["type de papier", "type de substrat", "type de support"]),
        ("fr", Translated, MediaArea, ["papier utilisé", "surface de papier", "utilisation du papier", "utilisation du substrat", "consommation de substrat"]),
        ("fr", Translated, MediaLength, ["longueur de papier", "longueur du papier"]),
        ("fr", Translated, ScanLength, ["longueur de numérisation"]),
        ("fr", Translated, Category, ["catégorie"]),
        ("fr", Translated, InkUsed, ["encre utilisée", "consommation d'encre", "encre"]),
        ("fr", Translated, User, ["utilisateur", "nom d'utilisateur"]),
        ("fr", Translated, Account, ["id de compte", "id compte", "compte"]),
        ("fr", Translated, PrintedAt, ["heure d'impression", "date d'impression", "heure", "date"]),
        ("fr", Translated, PrintMode, ["mode d'impression", "qualité d'impression"]),

        ("es", Translated, Document, ["documento", "nombre del documento", "nombre"]),
        ("es", Translated, Number, ["número"]),
        ("es", Translated, JobType, ["tipo de trabajo", "tipo"]),
        ("es", Translated, Source, ["origen", "fuente"]),
        ("es", Translated, Output, ["salida", "destino"]),
        ("es", Translated, Status, ["estado"]),
        ("es", Translated, Copies, ["copias"]),
        ("es", Translated, Pages, ["páginas"]),
        ("es", Translated, CostType, ["tipo de coste", "tipo de costo"]),
        ("es", Translated, Cost, ["coste total", "costo total", "coste", "costo"]),
        ("es", Translated, MediaType, ["tipo de papel", "tipo de sustrato"]),
        ("es", Translated, MediaArea, ["papel utilizado", "uso de papel", "área de papel", "uso de sustrato", "uso del sustrato"]),
        ("es", Translated, MediaLength, ["longitud de papel", "longitud del papel"]),
        ("es", Translated, ScanLength, ["longitud de escaneado", "longitud de escaneo"]),
        ("es", Translated, Category, ["categoría"]),
        ("es", Translated, InkUsed, ["tinta utilizada", "tinta usada", "tinta"]),
        ("es", Translated, User, ["usuario", "nombre de usuario"]),
        ("es", Translated, Account, ["id de cuenta", "cuenta"]),
        ("es", Translated, PrintedAt, ["hora de impresión", "fecha de impresión", "hora", "fecha"]),
        ("es", Translated, PrintMode, ["modo de impresión", "calidad de impresión"]),

        ("it", Translated, Document, ["documento", "nome documento", "nome"]),
        ("it", Translated, Number, ["numero"]),
        ("it", Translated, JobType, ["tipo di lavoro", "tipo lavoro", "tipo"]),
        ("it", Translated, Source, ["origine", "sorgente"]),
        ("it", Translated, Output, ["uscita", "destinazione"]),
        ("it", Translated, Status, ["stato"]),
        ("it", Translated, Copies, ["copie"]),
        ("it", Translated, Pages, ["pagine"]),
        ("it", Translated, CostType, ["tipo di costo", "tipo costo"]),
        ("it", Translated, Cost, ["costo totale", "costo"]),
        ("it", Translated, MediaType, ["tipo di carta", "tipo carta", "tipo di substrato"]),
        ("it", Translated, MediaArea, ["carta utilizzata", "consumo carta", "area carta", "utilizzo substrato", "consumo substrato"]),
        ("it", Translated, MediaLength, ["lunghezza carta"]),
        ("it", Translated, ScanLength, ["lunghezza scansione"]),
        ("it", Translated, Category, ["categoria"]),
        ("it", Translated, InkUsed, ["inchiostro utilizzato", "inchiostro usato", "consumo inchiostro", "inchiostro"]),
        ("it", Translated, User, ["utente", "nome utente"]),
        ("it", Translated, Account, ["id account", "account"]),
        ("it", Translated, PrintedAt, ["ora di stampa", "data di stampa", "ora", "data"]),
        ("it", Translated, PrintMode, ["modalità di stampa", "qualità di stampa"]),

        ("pt", Translated, Document, ["documento", "nome do documento", "nome"]),
        ("pt", Translated, Number, ["número"]),
        ("pt", Translated, JobType, ["tipo de trabalho", "tipo"]),
        ("pt", Translated, Source, ["fonte", "origem"]),
        ("pt", Translated, Output, ["saída", "destino"]),
        ("pt", Translated, Status, ["estado", "status"]),
        ("pt", Translated, Copies, ["cópias"]),
        ("pt", Translated, Pages, ["páginas"]),
        ("pt", Translated, CostType, ["tipo de custo"]),
        ("pt", Translated, Cost, ["custo total", "custo"]),
        ("pt", Translated, MediaType, ["tipo do substrato", "tipo de substrato", "tipo de papel"]),
        ("pt", Translated, MediaArea, ["uso de substrato", "uso do substrato", "papel usado", "uso de papel", "área do papel"]),
        ("pt", Translated, MediaLength, ["comprimento do papel", "comprimento do substrato"]),
        ("pt", Translated, ScanLength, ["comprimento da digitalização"]),
        ("pt", Translated, Category, ["categoria"]),
        ("pt", Translated, InkUsed, ["tinta usada", "tinta utilizada", "tinta"]),
        ("pt", Translated, User, ["usuário", "utilizador", "nome do usuário", "nome de utilizador"]),
        ("pt", Translated, Account, ["id da conta", "conta"]),
        ("pt", Translated, PrintedAt, ["data da impressão", "data de impressão", "hora da impressão", "hora de impressão", "hora", "data"]),
        ("pt", Translated, PrintMode, ["modo de impressão", "qualidade de impressão", "qualidade da impressão"]),

        ("nl", Translated, Document, ["document", "documentnaam", "naam"]),
        ("nl", Translated, Number, ["nummer"]),
        ("nl", Translated, JobType, ["taaktype", "type taak", "type"]),
        ("nl", Translated, Source, ["bron"]),
        ("nl", Translated, Output, ["uitvoer", "bestemming"]),
        ("nl", Translated, Status, ["status"]),
        ("nl", Translated, Copies, ["exemplaren", "kopieën"]),
        ("nl", Translated, Pages, ["pagina's"]),
        ("nl", Translated, CostType, ["kostentype", "type kosten"]),
        ("nl", Translated, Cost, ["totale kosten", "kosten"]),
        ("nl", Translated, MediaType, ["papiersoort", "papiertype", "substraattype"]),
        ("nl", Translated, MediaArea, ["papierverbruik", "gebruikt papier", "papieroppervlak", "substraatverbruik"]),
        ("nl", Translated, MediaLength, ["papierlengte"]),
        ("nl", Translated, ScanLength, ["scanlengte"]),
        ("nl", Translated, Category, ["categorie"]),
        ("nl", Translated, InkUsed, ["inktverbruik", "gebruikte inkt", "inkt"]),
        ("nl", Translated, User, ["gebruiker", "gebruikersnaam"]),
        ("nl", Translated, Account, ["account-id", "account"]),
        ("nl", Translated, PrintedAt, ["afdruktijd", "afdrukdatum", "tijd", "datum"]),
        ("nl", Translated, PrintMode, ["afdrukmodus", "afdrukkwaliteit"]),

        ("ru", Translated, Document, ["документ", "имя документа", "имя"]),
        ("ru", Translated, Number, ["номер"]),
        ("ru", Translated, JobType, ["тип задания", "тип"]),
        ("ru", Translated, Source, ["источник", "источник задания"]),
        ("ru", Translated, Output, ["выход", "вывод", "приемник"]),
        ("ru", Translated, Status, ["состояние", "статус"]),
        ("ru", Translated, Copies, ["копии"]),
        ("ru", Translated, Pages, ["страницы", "страниц"]),
        ("ru", Translated, CostType, ["тип затрат"]),
        ("ru", Translated, Cost, ["значение затрат", "затраты", "общие затраты"]),
        ("ru", Translated, MediaType, ["тип бумаги", "тип носителя"]),
        ("ru", Translated, MediaArea, ["расход бумаги", "площадь бумаги", "использование бумаги"]),
        ("ru", Translated, MediaLength, ["длина бумаги"]),
        ("ru", Translated, ScanLength, ["длина сканирования"]),
        ("ru", Translated, Category, ["категория"]),
        ("ru", Translated, InkUsed, ["использование чернил", "использованные чернила", "расход чернил", "чернила"]),
        ("ru", Translated, User, ["пользователь", "имя пользователя"]),
        ("ru", Translated, Account, ["идентификатор учетной записи", "учетная запись"]),
        ("ru", Translated, PrintedAt, ["время печати", "дата печати", "время", "дата"]),
        ("ru", Translated, PrintMode, ["качество печати", "режим печати"]),
    ];

    public static IReadOnlyList<EwsHeading> All { get; } =
        [.. Table.SelectMany(row => row.Texts.Select(text => new EwsHeading(text, row.Column, row.Language, row.Evidence)))];

    private static readonly ILookup<string, EwsHeading> ByText = All.ToLookup(heading => heading.Text, StringComparer.Ordinal);

    /// <summary>What a heading may mean, by language, and the unit that stands beside it.</summary>
    public static (IEnumerable<EwsHeading> Meanings, string? Unit) Find(string text)
    {
        var whole = Plain(text);
        if (ByText.Contains(whole))
            return (ByText[whole], null);

        // "Substrate usage m²", "Paper area (sq ft)", "Ink used [ml]"
        for (var cut = whole.LastIndexOf(' '); cut > 0; cut = whole.LastIndexOf(' ', cut - 1))
        {
            if (EwsUnits.Canonical(whole[(cut + 1)..].Trim('(', ')', '[', ']', ',', ' ')) is { } unit && ByText.Contains(Plain(whole[..cut])))
                return (ByText[Plain(whole[..cut])], unit);
        }

        return ([], null);
    }

    private static string Plain(string text) => text.Trim(' ', ':', '*', ',', '(', '[', '\uFEFF').Replace('’', '\'').ToLowerInvariant();
}
