using Microsoft.Extensions.Localization;
using SmartTracker.Collection.Domain;

namespace SmartTracker.Collection.Sources;

/// <summary>Where jobs come from, in the reader's language.</summary>
public sealed class SourceWords(IStringLocalizer<Texts> t)
{
    public string Word(string source) => source switch
    {
        "piws" => t["Job list (PIWS)"],
        "ews" => t["Accounting page (EWS)"],
        "ipp" => t["Job list (IPP)"],
        JobSource.Import => t["File or other program"],
        JobSource.Counter => t["Counter"],
        _ => source,
    };
}
