using Microsoft.AspNetCore.Http.Metadata;

namespace SmartTracker.Collection.Api;

/// <summary>Describes a body that the action reads itself.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ImportBodyAttribute(params string[] contentTypes) : Attribute, IAcceptsMetadata
{
    // Anything else comes in too, so that the action says what to send; the router would take it for an unknown path.
    public IReadOnlyList<string> ContentTypes { get; } = [.. contentTypes, "*/*"];

    public Type? RequestType => typeof(Stream);

    public bool IsOptional => false;
}
