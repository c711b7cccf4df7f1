using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Users.Security;

namespace SmartTracker.Users.Tests;

public class FallbackPolicyTests
{
    private static readonly ClaimsPrincipal SomebodySignedIn = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, Guid.NewGuid().ToString())], "test"));

    [Fact]
    public async Task An_endpoint_that_declares_nothing_is_open_to_nobody()
    {
        var request = new DefaultHttpContext();
        request.SetEndpoint(new Endpoint(null, EndpointMetadataCollection.Empty, "undeclared"));
        Assert.False(await AllowsAsync(request));
    }

    [Fact]
    public async Task Where_there_is_no_endpoint_the_answer_is_left_to_routing() => Assert.True(await AllowsAsync(new DefaultHttpContext()));

    private static async Task<bool> AllowsAsync(HttpContext request)
    {
        var policies = new PermissionPolicies();
        await using var services = new ServiceCollection().AddLogging().AddAuthorizationCore().AddSingleton<IAuthorizationPolicyProvider>(policies).BuildServiceProvider();
        var result = await services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(SomebodySignedIn, request, (await policies.GetFallbackPolicyAsync())!);
        return result.Succeeded;
    }
}
