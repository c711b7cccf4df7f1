using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using SmartTracker.Abstractions.Api;
using SmartTracker.Abstractions.Security;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Api.Access;

/// <summary>Lets requests in by API key. Refusals are problem documents, never a way to the sign-in page.</summary>
internal sealed class ApiKeyHandler(
    ApiKeyCheck check, Tenant tenant, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Context.Features.Get<ProviderAccess>() is { } provider && provider.Tenant == tenant.Name)
            return Success(provider.KeyId, provider.Name, [RoleIds.Administrator]);

        var (key, refusal) = await check.FindAsync(Request.Headers.Authorization, Context.RequestAborted);
        return key is null ? AuthenticateResult.Fail(refusal!) : Success(key.Id.Value, key.Name, key.Roles);
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.Append(HeaderNames.WWWAuthenticate, "Bearer");
        var result = await HandleAuthenticateOnceSafeAsync();
        await RefuseAsync(StatusCodes.Status401Unauthorized, result.Failure?.Message ?? "This needs an API key.");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var needed = Context.GetEndpoint()?.Metadata.GetOrderedMetadata<RequirePermissionAttribute>().Select(attribute => attribute.Permission).Distinct() ?? [];
        return RefuseAsync(StatusCodes.Status403Forbidden, $"The roles of this key do not grant {string.Join(" and ", needed)}.");
    }

    private static AuthenticateResult Success(Guid id, string name, IEnumerable<string> roles)
    {
        var claims = roles.Select(role => new Claim(ClaimTypes.Role, role))
            .Append(new(ClaimTypes.NameIdentifier, id.ToString())).Append(new(ClaimTypes.Name, name));
        var principal = new ClaimsPrincipal(new ClaimsIdentity(claims, ApiAttribute.Scheme));
        return AuthenticateResult.Success(new AuthenticationTicket(principal, ApiAttribute.Scheme));
    }

    private Task RefuseAsync(int status, string detail) =>
        Results.Problem(detail, statusCode: status).ExecuteAsync(Context);
}
