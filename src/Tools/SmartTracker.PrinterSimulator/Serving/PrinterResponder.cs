using System.Text;
using Microsoft.AspNetCore.Http;
using SmartTracker.PrinterSimulator.Serving.Ipp;

namespace SmartTracker.PrinterSimulator.Serving;

/// <summary>Answers the paths of PIWS 2.0 that a collector asks for, or IPP.</summary>
internal sealed class PrinterResponder(SimulatedPrinter printer)
{
    private const string Root = "/LFPWebServices/PI/";

    public Task RespondAsync(HttpContext context)
    {
        var request = context.Request;
        var authorization = request.Headers.Authorization.ToString();
        printer.Saw(new SeenRequest(request.Path + request.QueryString, authorization.Length > 0));
        if (printer.Plan.Ipp is not null)
            return printer.Fault is SimulatorFault.PasswordChanged && !IsAdministrator(authorization) ? UnauthorizedAsync(context) : IppResponder.RespondAsync(printer, context);
        if (!HttpMethods.IsGet(request.Method))
            return Reply.TextAsync(context, StatusCodes.Status405MethodNotAllowed, "text/plain", "Method not allowed");

        var path = request.Path.Value ?? "";
        if (!path.StartsWith(Root, StringComparison.Ordinal))
            return NotFoundAsync(context);

        path = path[Root.Length..];
        var asksEverywhere = printer.Fault is SimulatorFault.PasswordChanged;
        if ((asksEverywhere || path is "Settings" or "PrinterSettings") && !IsAdministrator(authorization))
            return UnauthorizedAsync(context);

        return path switch
        {
            "Identification.xml" => Reply.BytesAsync(context, "text/xml", IdentityDocuments.Xml(printer.Plan)),
            "Identification.json" => Reply.BytesAsync(context, "application/json", IdentityDocuments.Json(printer.Plan)),
            "JQ/JobQueueCollection" => Reply.BytesAsync(context, "application/json", QueueDocuments.Collection(printer.Plan)),
            "Settings" or "PrinterSettings" => Reply.BytesAsync(context, "text/xml", IdentityDocuments.Settings()),
            _ when path.StartsWith("JQ/JobQueue/", StringComparison.Ordinal) => JobListAsync(context, path["JQ/JobQueue/".Length..]),
            _ => NotFoundAsync(context),
        };
    }

    private Task JobListAsync(HttpContext context, string path)
    {
        if (path.Split('/') is not [var queue, "jobs", "all"] || !string.Equals(queue, printer.Plan.QueueId.ToString(), StringComparison.OrdinalIgnoreCase))
            return Reply.TextAsync(context, StatusCodes.Status404NotFound, "text/plain", "Unkownw QueueID");

        if (!long.TryParse(context.Request.Query["fromModificationNumber"], out var from))
            from = 0;
        return FaultyReply.JobListAsync(context, printer.Fault, "text/xml", () => printer.RecordedJobList ?? JobListDocument.Write(printer.Plan with { Timestamp = printer.Now + printer.Plan.ClockIsAhead }, from));
    }

    private bool IsAdministrator(string authorization) =>
        authorization == "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"admin:{printer.AcceptedPassword}"));

    private static Task UnauthorizedAsync(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Basic realm=\"Printer\"";
        return Reply.TextAsync(context, StatusCodes.Status401Unauthorized, "text/html", "<html><body>401 Unauthorized</body></html>");
    }

    private static Task NotFoundAsync(HttpContext context) =>
        Reply.TextAsync(context, StatusCodes.Status404NotFound, "text/html", "<html><body>404 Not Found</body></html>");
}
