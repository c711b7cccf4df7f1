using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Links;

/// <summary>A link that does not work, and why.</summary>
public sealed record DeadLink(LinkPurpose Purpose, LinkState State);

internal static class DeadLinkPage
{
    /// <summary>Says why a link does not work and what to do: 404 where it was never one, 410 where it was.</summary>
    public static IActionResult Dead(this Controller controller, LinkPurpose purpose, LinkState state)
    {
        controller.Response.StatusCode = state == LinkState.Unknown ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone;
        return controller.View("/Views/Links/Dead.cshtml", new DeadLink(purpose, state));
    }
}
