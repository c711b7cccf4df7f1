using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.TestHost;

namespace SmartTracker.Users.Tests;

public class CustomerTests
{
    private const string Features = """
        {"name":"feature","enable":["SmartTracker.Printers","SmartTracker.Collection","SmartTracker.Costing","SmartTracker.Bills","SmartTracker.Reports"]}
        """;

    [Fact]
    public async Task A_customer_sees_bills_and_the_own_account_and_nothing_else()
    {
        await using var host = await RunningHost.StartAsync(DatabaseEngine.Sqlite);
        await host.CreateTenantAsync("Default");
        await host.CreateTenantAsync("nordplan", $"[{Features}," + Make.UsersStep(("kunde", "Customer"))[1..]);
        using var customer = host.Browser("nordplan");
        await customer.SignInAsync("kunde");
        var start = (await customer.GetAsync("")).Headers.Location!.OriginalString;
        Assert.Equal("/nordplan/bills", start);

        var page = await customer.GetStringAsync("bills");
        Assert.DoesNotContain("/nordplan/admin", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await customer.StatusAsync("bills/" + Guid.CreateVersion7()));

        var (open, closed) = await host.InTenantAsync("nordplan", services =>
        {
            var actions = services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<ControllerActionDescriptor>()
                .Where(action => action.ActionConstraints?.OfType<HttpMethodActionConstraint>().Any(verbs => verbs.HttpMethods.Contains("GET")) == true)
                .Where(action => !action.EndpointMetadata.OfType<IAllowAnonymous>().Any())
                .ToList();
            return Task.FromResult((
                actions.Where(action => action.EndpointMetadata.OfType<RequirePermissionAttribute>().Any(attribute => attribute.Permission == "Bills.View")).Select(Path).ToList(),
                actions.Where(action => action.EndpointMetadata.OfType<AdminAttribute>().Any()).Select(Path).ToList()));
        });
        Assert.NotEmpty(open);
        Assert.True(closed.Count > 15);
        foreach (var path in closed)
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, await customer.StatusAsync(path)));
        foreach (var path in open)
            Assert.NotEqual((path, HttpStatusCode.Forbidden), (path, await customer.StatusAsync(path)));
    }

    // Parameters stand for something that does not exist: who may not look is told so before anything is looked up.
    private static string Path(ControllerActionDescriptor action) => string.Join('/', action.AttributeRouteInfo!.Template!.Split('/')
        .Select(segment => !segment.StartsWith('{') ? segment : segment.Contains(":guid", StringComparison.Ordinal) ? "01890000-0000-7000-8000-000000000000" : "1"));
}
