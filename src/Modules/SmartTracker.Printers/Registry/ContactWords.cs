using Microsoft.Extensions.Localization;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Printers.Registry;

/// <summary>How long ago a printer was heard from, as people say it.</summary>
public sealed class ContactWords(Tenant tenant, TimeProvider time, Formats formats, IStringLocalizer<Texts> t)
{
    public string Ago(Instant at)
    {
        var now = time.Now();
        var passed = now - at;
        var days = Period.DaysBetween(at.InZone(tenant.TimeZone).Date, now.InZone(tenant.TimeZone).Date);
        return passed switch
        {
            _ when passed < Duration.FromMinutes(1) => t["just now"],
            _ when passed < Duration.FromHours(1) => t["{0} min ago", formats.Count((long)passed.TotalMinutes)],
            _ when passed < Duration.FromHours(12) => t["{0} h ago", formats.Count((long)passed.TotalHours)],
            _ when days == 0 => t["today"],
            _ when days == 1 => t["yesterday"],
            _ => t["{0} days ago", formats.Count(days)],
        };
    }
}
