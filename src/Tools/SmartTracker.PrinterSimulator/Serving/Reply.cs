using System.Text;
using Microsoft.AspNetCore.Http;

namespace SmartTracker.PrinterSimulator.Serving;

internal static class Reply
{
    public static Task TextAsync(HttpContext context, int status, string contentType, string text)
    {
        context.Response.StatusCode = status;
        return BytesAsync(context, contentType, Encoding.UTF8.GetBytes(text));
    }

    public static async Task BytesAsync(HttpContext context, string contentType, byte[] body)
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
