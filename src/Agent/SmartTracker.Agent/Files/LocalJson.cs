using System.Text.Json;
using System.Text.Json.Serialization;
using SmartTracker.Protocols.Agent.Visits;

namespace SmartTracker.Agent.Files;

/// <summary>How the agent's own files are written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true, RespectNullableAnnotations = true, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(AgentSettings))]
[JsonSerializable(typeof(AgentCondition))]
[JsonSerializable(typeof(StoredPlan))]
[JsonSerializable(typeof(VisitMark))]
internal sealed partial class LocalJson : JsonSerializerContext;
