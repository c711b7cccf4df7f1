using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace SmartTracker.Shell.Front;

/// <summary>Marks a controller that answers for tenants which are not open. No open tenant has it, so the setup page is gone once there is one.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class FrontAttribute : Attribute;

/// <summary>Leaves the marked controllers to the front and all others to tenants.</summary>
internal sealed class FrontControllers(bool front) : IApplicationFeatureProvider<ControllerFeature>
{
    public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature)
    {
        foreach (var controller in feature.Controllers.Where(controller => controller.IsDefined(typeof(FrontAttribute), inherit: false) != front).ToArray())
            feature.Controllers.Remove(controller);
    }
}
