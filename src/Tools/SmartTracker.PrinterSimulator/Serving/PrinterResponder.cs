using Microsoft.AspNetCore.Http;
using SmartTracker.PrinterSimulator.Serving.Ews;
using SmartTracker.PrinterSimulator.Serving.Ipp;
using SmartTracker.PrinterSimulator.Serving.Ledm;
using SmartTracker.PrinterSimulator.Serving.State;

namespace SmartTracker.PrinterSimulator.Serving;

/// <summary>Answers the paths of PIWS 2.0, LEDM and the embedded web server that a collector asks for, or IPP.</summary>
internal sealed class PrinterResponder(SimulatedPrinter printer)
{
    private const string Root = "/LFPWebServices/PI/";
    private readonly AdministratorCheck _administrator = new();

    public Task RespondAsync(HttpContext context)
    {
        var request = context.Request;
        var authorization = request.Headers.Authorization.ToString();
        printer.Saw(new SeenRequest(request.Path + request.QueryString, authorization.Length > 0));
        if (printer.Plan.Ipp is not null)
            return printer.Fault is SimulatorFault.PasswordChanged && !_administrator.IsAdministrator(printer, request) ? _administrator.AskAsync(printer, context) : IppResponder.RespondAsync(printer, context);
        if (!HttpMethods.IsGet(request.Method))
            return Reply.TextAsync(context, StatusCodes.Status405MethodNotAllowed, "text/plain", "Method not allowed");

        var path = request.Path.Value ?? "";
        var asksEverywhere = printer.Fault is SimulatorFault.PasswordChanged or SimulatorFault.PasswordChangesAfter or SimulatorFault.NoncesRunOut
            || (printer.Fault is SimulatorFault.StateLocked && !path.Contains("/Identification.", StringComparison.Ordinal) && !path.Contains("/JQ/", StringComparison.Ordinal));
        if ((asksEverywhere || path is Root + "Settings" or Root + "PrinterSettings") && !_administrator.IsAdministrator(printer, request))
            return _administrator.AskAsync(printer, context);
        if (printer.Plan.Ews is { } ews && path.StartsWith(EwsResponder.Root, StringComparison.Ordinal))
            return EwsResponder.RespondAsync(printer, ews, context);
        if (LedmDocuments.Find(printer, path) is { } document)
            return Reply.BytesAsync(context, "text/xml", document);
        if (!path.StartsWith(Root, StringComparison.Ordinal) || printer.Plan.Ews is { SpeaksPiws: false })
            return NotFoundAsync(context);

        path = path[Root.Length..];
        return path switch
        {
            "Identification.xml" => Reply.BytesAsync(context, "text/xml", IdentityDocuments.Xml(printer.Plan)),
            "Identification.json" => Reply.BytesAsync(context, "application/json", IdentityDocuments.Json(printer.Plan)),
            "JQ/JobQueueCollection" => Reply.BytesAsync(context, "application/json", QueueDocuments.Collection(printer.Plan)),
            "Settings" or "PrinterSettings" => Reply.BytesAsync(context, "text/xml", IdentityDocuments.Settings()),
            _ when path.StartsWith("JQ/JobQueue/", StringComparison.Ordinal) => JobListAsync(context, path["JQ/JobQueue/".Length..]),
            _ => StateResponder.TryRespondAsync(context, printer, path) ?? NotFoundAsync(context),
        };
    }

    private Task JobListAsync(HttpContext context, string path)
    {
        if (path.Split('/') is not [var queue, "jobs", "all"] || !string.Equals(queue, printer.Plan.QueueId.ToString(), StringComparison.OrdinalIgnoreCase))
            return Reply.TextAsync(context, StatusCodes.Status404NotFound, "text/plain", "Unkownw QueueID");

        if (!long.TryParse(context.Request.Query["fromModificationNumber"], out var from))
            from = 0;
        return FaultyReply.JobListAsync(context, printer.Fault, "text/xml", () => printer.RecordedJobList ?? JobListDocument.Write(printer.Plan with { Timestamp = printer.DeviceNow }, from));
    }

    private static Task NotFoundAsync(HttpContext context) =>
        Reply.TextAsync(context, StatusCodes.Status404NotFound, "text/html", "<html><body>404 Not Found</body></html>");
}
