using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace SmartTracker.Api.Rules;

/// <summary>A mistyped filter must not answer with everything: what the action does not know in the query is refused by name.</summary>
internal sealed class KnownQueryFilter(IModelMetadataProvider metadata) : IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        if (context.HttpContext.Request.Query.Count == 0)
            return;
        var known = context.ActionDescriptor.Parameters.Where(parameter => parameter.BindingInfo?.BindingSource == BindingSource.Query).SelectMany(Names).ToList();
        if (context.HttpContext.Request.Query.Keys.FirstOrDefault(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            context.Result = ApiProblem.Of(unknown, known.Count == 0 ? "This takes no parameters." : $"This parameter is not known. Known are: {string.Join(", ", known)}.");
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }

    private IEnumerable<string> Names(ParameterDescriptor parameter)
    {
        var type = metadata.GetMetadataForType(parameter.ParameterType);
        return type.IsComplexType
            ? type.Properties.Where(property => property.IsBindingAllowed && !property.IsReadOnly).Select(property => property.BinderModelName ?? property.PropertyName!)
            : [parameter.Name];
    }
}
