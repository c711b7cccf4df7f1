using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using SmartTracker.Abstractions.Api;

namespace SmartTracker.Api.Rules;

/// <summary>Gives every REST controller the common rules, so that no module writes them again.</summary>
internal sealed class ApiConventions : IControllerModelConvention
{
    public void Apply(ControllerModel controller)
    {
        ArgumentNullException.ThrowIfNull(controller);
        if (controller.Attributes.OfType<ApiAttribute>().FirstOrDefault() is not { } api)
            return;

        // A key is sent by no browser on its own, so there is nothing to forge.
        controller.Filters.Add(new IgnoreAntiforgeryTokenAttribute());
        controller.Filters.Add(new TypeFilterAttribute(typeof(RequestRateFilter)) { Order = 1 });
        if (api.HandsOn)
            return;
        controller.Filters.Add(new TypeFilterAttribute(typeof(EnglishFilter)) { Order = 2 });
        controller.Filters.Add(new TypeFilterAttribute(typeof(RepeatedPostFilter)) { Order = 3 });
        controller.Filters.Add(new TypeFilterAttribute(typeof(KnownQueryFilter)) { Order = 4 });
        controller.Filters.Add(new TypeFilterAttribute(typeof(CursorFilter)) { Order = 5 });
        controller.Filters.Add(new TypeFilterAttribute(typeof(ConflictFilter)) { Order = 6 });
    }
}
