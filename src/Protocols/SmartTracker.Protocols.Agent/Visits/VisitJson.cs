using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmartTracker.Protocols.Agent.Visits;

/// <summary>How a visit's first line is written; as strict as <see cref="AgentJson"/>.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(VisitHeader))]
internal sealed partial class VisitJson : JsonSerializerContext;
