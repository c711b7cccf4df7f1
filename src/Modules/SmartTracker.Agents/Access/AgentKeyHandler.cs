using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using SmartTracker.Agents.Data;
using SmartTracker.Agents.Domain;
using SmartTracker.Protocols.Agent;

namespace SmartTracker.Agents.Access;

/// <summary>Lets agents in by their key. A refusal is a problem document that the agent can tell from one of somebody in between.</summary>
internal sealed class AgentKeyHandler(AgentStore agents, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var sent = Request.Headers.Authorization.ToString();
        if (!sent.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || !AgentSecrets.Key.TryParse(sent[Bearer.Length..].Trim(), out var key))
            return AuthenticateResult.Fail("This needs the key of an on-site agent.");
        // One answer for a key that does not exist, that another site gave, that was revoked, and a guessed secret.
        if (await agents.FindAsync(key.PublicId, Context.RequestAborted) is not { IsRevoked: false } agent || !key.Matches(agent.SecretHash))
            return AuthenticateResult.Fail("This key lets no agent in here. If it did before, it was revoked: enrol the agent anew.");

        var claims = new Claim[] { new(ClaimTypes.NameIdentifier, agent.Id.ToString()), new(ClaimTypes.Name, agent.Name) };
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, AgentApiAttribute.Scheme)), AgentApiAttribute.Scheme));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.Append(HeaderNames.WWWAuthenticate, "Bearer");
        var result = await HandleAuthenticateOnceSafeAsync();
        await Results.Problem(result.Failure?.Message, statusCode: StatusCodes.Status401Unauthorized, type: AgentPaths.KeyRefused).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Results.Problem("An on-site agent may not do this.", statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(Context);
}
