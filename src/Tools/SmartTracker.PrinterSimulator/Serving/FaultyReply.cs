using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace SmartTracker.PrinterSimulator.Serving;

/// <summary>Sends a job list, or what a broken printer sends in its place.</summary>
internal static class FaultyReply
{
    public static Task JobListAsync(HttpContext context, SimulatorFault? fault, string contentType, Func<byte[]> jobList)
    {
        context.Response.ContentType = contentType;
        return JobListAsync(context, fault, jobList);
    }

    private static Task JobListAsync(HttpContext context, SimulatorFault? fault, Func<byte[]> jobList) => fault switch
    {
        SimulatorFault.CutAfter cut => CutAsync(context, jobList(), cut.Bytes),
        SimulatorFault.HugeBody huge => HugeAsync(context, context.Response.Body, jobList(), huge.Megabytes),
        SimulatorFault.CompressedHugeBody huge => CompressedAsync(context, jobList(), huge.Megabytes),
        SimulatorFault.Nonsense => NonsenseAsync(context),
        SimulatorFault.LoginPage { Redirect: true } => RedirectAsync(context),
        SimulatorFault.LoginPage => Reply.TextAsync(context, StatusCodes.Status200OK, "text/html", LoginPage),
        SimulatorFault.SlowBytes slow => SlowAsync(context, jobList(), slow.Pause),
        _ => Reply.BytesAsync(context, context.Response.ContentType!, jobList()),
    };

    private const string LoginPage =
        "<!DOCTYPE html><html><head><title>Sign in</title></head><body><form method=\"post\"><input type=\"password\" name=\"p\"></form></body></html>";

    private static async Task CutAsync(HttpContext context, byte[] body, int bytes)
    {
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body.AsMemory(0, Math.Min(bytes, body.Length)));
        await context.Response.Body.FlushAsync();
        // What was written must be on its way before the connection is torn down.
        await Task.Delay(TimeSpan.FromMilliseconds(100));
        context.Abort();
    }

    /// <summary>The real document without its end, then its middle over and over. What is not XML has no middle.</summary>
    private static async Task HugeAsync(HttpContext context, Stream target, byte[] body, int megabytes)
    {
        var closing = body.AsSpan().LastIndexOf("</Jobs>"u8) is var end and >= 0 ? end : body.Length;
        var opening = body.AsSpan().IndexOf("<Jobs>"u8) is var begin and >= 0 ? begin + "<Jobs>".Length : 0;
        await target.WriteAsync(body.AsMemory(0, opening), context.RequestAborted);
        for (var sent = 0L; sent < megabytes * 1024L * 1024L; sent += closing - opening)
            await target.WriteAsync(body.AsMemory(opening, closing - opening), context.RequestAborted);
        await target.WriteAsync(body.AsMemory(closing), context.RequestAborted);
    }

    private static async Task CompressedAsync(HttpContext context, byte[] body, int megabytes)
    {
        context.Response.Headers.ContentEncoding = "gzip";
        await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true);
        await HugeAsync(context, gzip, body, megabytes);
    }

    private static Task NonsenseAsync(HttpContext context)
    {
        var bytes = new byte[5000];
        new Random(1).NextBytes(bytes);
        return Reply.BytesAsync(context, context.Response.ContentType!, bytes);
    }

    private static Task RedirectAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = "/hp/device/signin/index.htm";
        return Task.CompletedTask;
    }

    private static async Task SlowAsync(HttpContext context, byte[] body, TimeSpan pause)
    {
        context.Response.ContentLength = body.Length;
        for (var i = 0; i < body.Length; i++)
        {
            await context.Response.Body.WriteAsync(body.AsMemory(i, 1), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(pause, context.RequestAborted);
        }
    }
}
