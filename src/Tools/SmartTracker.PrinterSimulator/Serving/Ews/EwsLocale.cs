using System.Globalization;
using SmartTracker.PrinterSimulator.Plan;

namespace SmartTracker.PrinterSimulator.Serving.Ews;

/// <summary>How a language of the printer writes its accounting.</summary>
internal sealed record EwsLocale
{
    /// <summary>Document, kind, source, status, copies, pages, cost type, media, area, length, ink, user, account, time, mode.</summary>
    public required IReadOnlyList<string> Headings { get; init; }

    public required string DateFormat { get; init; }

    public required CultureInfo Culture { get; init; }

    public required string Print { get; init; }

    public required string Printed { get; init; }

    public required string Cancelled { get; init; }

    public required string Failed { get; init; }

    public required string Total { get; init; }

    public required string Ink { get; init; }

    public required string Altered { get; init; }

    public required string Area { get; init; }

    public required string Length { get; init; }

    public required string Millilitres { get; init; }

    public decimal SquareMetresPerArea { get; init; } = 1;

    public decimal MetresPerLength { get; init; } = 1;

    public static EwsLocale Of(EwsLanguage language) => language switch
    {
        EwsLanguage.UnitedStates => English with
        {
            DateFormat = "MM/dd/yyyy hh:mm:ss tt",
            Area = "sq. ft",
            Length = "ft",
            SquareMetresPerArea = 0.09290304m,
            MetresPerLength = 0.3048m,
            Headings = ["Document", "Job type", "Source", "Status", "Copies", "Pages", "Cost type", "Paper type", "Paper usage (sq. ft)", "Paper length (ft)", "Ink used (ml)", "User", "Account ID", "Printing time", "Print quality"],
        },
        EwsLanguage.German => German,
        EwsLanguage.Portuguese => Portuguese,
        EwsLanguage.Russian => Russian,
        _ => English,
    };

    public string Number(decimal value, int decimals) => value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), Culture);

    private static EwsLocale English { get; } = new()
    {
        Headings = ["Document", "Job type", "Source", "Status", "Copies", "Pages", "Cost type", "Substrate type", "Substrate usage m²", "Substrate length m", "Ink used ml", "User", "Account ID", "Printing time", "Print mode"],
        DateFormat = "MMM d, yyyy h:mm:ss tt",
        Culture = CultureInfo.InvariantCulture,
        Print = "Print",
        Printed = "printed",
        Cancelled = "canceled by user",
        Failed = "error",
        Total = "Total",
        Ink = "Ink",
        Altered = "Ink altered",
        Area = "m²",
        Length = "m",
        Millilitres = "ml",
    };

    private static EwsLocale German { get; } = English with
    {
        Headings = ["Dokument", "Auftragstyp", "Quelle", "Status", "Kopien", "Seiten", "Kostentyp", "Papiertyp", "Papierverbrauch (m²)", "Papierlänge (m)", "Verbrauchte Tinte (ml)", "Benutzer", "Konto-ID", "Druckzeit", "Druckqualität"],
        DateFormat = "dd.MM.yyyy HH:mm:ss",
        Culture = new CultureInfo("de-DE"),
        Print = "Druck",
        Printed = "gedruckt",
        Cancelled = "vom Benutzer abgebrochen",
        Failed = "Fehler",
        Total = "Gesamt",
        Ink = "Tinte",
        Altered = "Tinte verändert",
    };

    private static EwsLocale Portuguese { get; } = English with
    {
        Headings = ["Documento", "Tipo de trabalho", "Fonte", "Estado", "Cópias", "Páginas", "Tipo de custo", "Tipo de substrato", "Uso de substrato m²", "Comprimento do substrato m", "Tinta usada ml", "Usuário", "ID da conta", "Data da impressão", "Modo de impressão"],
        DateFormat = "dd/MM/yyyy HH:mm:ss",
        Culture = new CultureInfo("pt-BR"),
        Print = "Impressão",
        Printed = "impresso",
        Cancelled = "cancelado pelo usuário",
        Failed = "erro",
        Ink = "Tinta",
        Altered = "Tinta alterada",
    };

    private static EwsLocale Russian { get; } = English with
    {
        Headings = ["Документ", "Тип задания", "Источник", "Состояние", "Копии", "Страницы", "Тип затрат", "Тип бумаги", "Расход бумаги (м²)", "Длина бумаги (м)", "Использованные чернила (мл)", "Пользователь", "Учетная запись", "Время печати", "Качество печати"],
        DateFormat = "dd.MM.yyyy H:mm:ss",
        Culture = new CultureInfo("ru-RU"),
        Print = "Печать",
        Printed = "отпечатано",
        Cancelled = "отменено пользователем",
        Failed = "ошибка",
        Total = "Всего",
        Ink = "Чернила",
        Altered = "не применимо",
        Area = "м²",
        Length = "м",
        Millilitres = "мл.",
    };
}
