using Microsoft.AspNetCore.Http;

namespace SmartTracker.Printers.Registry;

/// <summary>Who is behind what happens in this scope.</summary>
public sealed class PrinterActor(IHttpContextAccessor accessor)
{
    /// <summary>The person or the key; null where the program acts by itself.</summary>
    public string? Name => accessor.HttpContext?.User.Identity is { IsAuthenticated: true, Name: { Length: > 0 } name } ? name : null;
}
