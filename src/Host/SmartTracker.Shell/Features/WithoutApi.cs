using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using SmartTracker.Abstractions.Api;

namespace SmartTracker.Shell.Features;

/// <summary>Leaves out the REST controllers of all modules where the feature that guards them is off.</summary>
internal sealed class WithoutApi : IApplicationFeatureProvider<ControllerFeature>
{
    public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature)
    {
        foreach (var controller in feature.Controllers.Where(type => type.IsDefined(typeof(ApiAttribute))).ToList())
            feature.Controllers.Remove(controller);
    }
}
