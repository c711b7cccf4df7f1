using Microsoft.AspNetCore.Http.Metadata;

namespace SmartTracker.Collection.Api;

/// <summary>Describes a body that the action reads itself.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ImportBodyAttribute(params string[] contentTypes) : Attribute, IAcceptsMetadata
{
    public IReadOnlyList<string> ContentTypes { get; } = contentTypes;

    public Type? RequestType => typeof(Stream);

    public bool IsOptional => false;
}
