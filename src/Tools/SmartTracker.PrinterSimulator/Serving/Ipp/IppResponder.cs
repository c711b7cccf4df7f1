using Microsoft.AspNetCore.Http;

namespace SmartTracker.PrinterSimulator.Serving.Ipp;

/// <summary>Answers the three operations that only read; everything else is not supported.</summary>
internal static class IppResponder
{
    private const string MediaType = "application/ipp";
    private const int LongestQuestion = 64 * 1024;

    public static async Task RespondAsync(SimulatedPrinter printer, HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || context.Request.Path != "/ipp/print" || context.Request.ContentType != MediaType)
        {
            await Reply.TextAsync(context, StatusCodes.Status404NotFound, "text/html", "<html><body>404 Not Found</body></html>");
            return;
        }

        var question = IppQuestion.Read(await BodyAsync(context));
        if (question is null)
            await Reply.TextAsync(context, StatusCodes.Status400BadRequest, "text/plain", "Bad request");
        else if (question.Operation == 0x000A)
            await FaultyReply.JobListAsync(context, printer.Fault, MediaType, () => printer.RecordedJobList ?? IppAnswers.Jobs(printer, question));
        else
            await Reply.BytesAsync(context, MediaType, IppAnswers.Other(printer, question));
    }

    private static async Task<byte[]> BodyAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        var buffer = new byte[4096];
        int read;
        while (body.Length < LongestQuestion && (read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
            body.Write(buffer, 0, read);
        return body.ToArray();
    }
}
