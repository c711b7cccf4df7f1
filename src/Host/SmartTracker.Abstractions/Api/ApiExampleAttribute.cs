using System.Diagnostics.CodeAnalysis;

namespace SmartTracker.Abstractions.Api;

/// <summary>An example of a type's JSON, for the description of the REST interface.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ApiExampleAttribute([StringSyntax(StringSyntaxAttribute.Json)] string json) : Attribute
{
    public string Json { get; } = json;
}
