using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Reports.Domain;

namespace SmartTracker.Reports.Overview;

/// <summary>Stretches of days of one month as people write them: <c>1–22 Nov 2026</c> or <c>1.–22.11.2026</c>.</summary>
public sealed class Days(Formats formats, IStringLocalizer<Texts> texts)
{
    private static bool IsGerman => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "de";

    public string Period(MonthToDate month)
    {
        ArgumentNullException.ThrowIfNull(month);
        return Range(month.FirstDay, month.Today) + formats.Date(month.Today);
    }

    /// <summary>Without the year and with the time of day that the comparison ends at.</summary>
    public string Compared(SameDays days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var dates = Range(days.First, days.Last) + Format(IsGerman ? "dd.MM." : "d MMM", days.Last);
        return days.Until is { } time ? texts["{0}, {1}", dates, LocalTimePattern.Create("HH:mm", CultureInfo.CurrentUICulture).Format(time)] : dates;
    }

    /// <summary>Short, for the axis of a chart.</summary>
    public string ShortMonth(YearMonth month) => Format("MMM", month.OnDayOfMonth(1));

    private static string Range(LocalDate first, LocalDate last) => first == last ? "" : Format(IsGerman ? "dd.'–'" : "d'–'", first);

    private static string Format(string pattern, LocalDate date) => LocalDatePattern.Create(pattern, CultureInfo.CurrentUICulture).Format(date);
}
