using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace SmartTracker.Agents.Access;

/// <summary>The common rules of controllers that answer agents.</summary>
internal sealed class AgentConventions : IControllerModelConvention
{
    public void Apply(ControllerModel controller)
    {
        ArgumentNullException.ThrowIfNull(controller);
        if (!controller.Attributes.OfType<AgentApiAttribute>().Any())
            return;
        // A key is sent by no browser on its own, so there is nothing to forge.
        controller.Filters.Add(new IgnoreAntiforgeryTokenAttribute());
        // Not for other programs, so not in their description.
        controller.ApiExplorer.IsVisible = false;
    }
}
