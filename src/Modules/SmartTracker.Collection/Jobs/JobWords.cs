using Microsoft.Extensions.Localization;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Domain;

namespace SmartTracker.Collection.Jobs;

/// <summary>Jobs in the reader's language.</summary>
public sealed class JobWords(IStringLocalizer<Texts> t)
{
    public string Heading(JobColumn column) => column switch
    {
        JobColumn.Document => t["Document"],
        JobColumn.Printed => t["Printed"],
        JobColumn.Printer => t["Printer"],
        JobColumn.User => t["User"],
        JobColumn.Status => t["Status"],
        JobColumn.Kind => t["Kind"],
        JobColumn.Number => t["Number"],
        JobColumn.Serial => t["Serial number"],
        JobColumn.Media => t["Media"],
        JobColumn.Width => t["Roll width"],
        JobColumn.Pages => t["Pages"],
        JobColumn.Copies => t["Copies"],
        JobColumn.PageArea => t["Page area"],
        JobColumn.MediaArea => t["Media area"],
        JobColumn.Waste => t["Waste"],
        JobColumn.Ink => t["Ink"],
        JobColumn.Price => t["Price"],
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, null),
    };

    public string Title(string? jobName, NotKept? notKept = null) =>
        !string.IsNullOrWhiteSpace(jobName) ? jobName : notKept?.HasFlag(NotKept.Job) == true ? t["Title not kept"] : t["Untitled"];

    /// <summary>Null where the printer said none.</summary>
    public string? User(string? userName, NotKept? notKept) => userName ?? (notKept?.HasFlag(NotKept.User) == true ? t["name not kept"].Value : null);

    public string Status(PrintJobStatus status) => status switch
    {
        PrintJobStatus.Completed => t["Printed"],
        PrintJobStatus.Cancelled => t["Cancelled"],
        PrintJobStatus.Failed => t["Failed"],
        _ => t["Pending"],
    };

    public static string Mark(PrintJobStatus status) => status switch
    {
        PrintJobStatus.Completed => "ok",
        PrintJobStatus.Cancelled => "warn",
        PrintJobStatus.Failed => "bad",
        _ => "off",
    };

    public string Kind(JobKind kind) => kind switch
    {
        JobKind.Copy => t["Copy"],
        JobKind.Scan => t["Scan"],
        JobKind.Internal => t["Internal"],
        _ => t["Print"],
    };
}
