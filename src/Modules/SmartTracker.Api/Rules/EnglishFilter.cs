using System.Globalization;
using Microsoft.AspNetCore.Mvc.Filters;

namespace SmartTracker.Api.Rules;

/// <summary>Sentences for programs are English, whatever the site speaks: they end in logs and are searched for.</summary>
internal sealed class EnglishFilter : IAsyncResourceFilter
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = English;
        await next();
    }
}
