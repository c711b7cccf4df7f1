using System.Text.Json;
using System.Text.Json.Serialization;
using SmartTracker.Protocols.Agent.Plans;
using SmartTracker.Protocols.Agent.Visits;

namespace SmartTracker.Protocols.Agent;

/// <summary>How the messages are written: camelCase, without reflection, missing members refused, unknown ones ignored.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(EnrolmentRequest))]
[JsonSerializable(typeof(EnrolmentAnswer))]
[JsonSerializable(typeof(AgentReport))]
[JsonSerializable(typeof(VisitReceipt))]
[JsonSerializable(typeof(AgentPlan))]
[JsonSerializable(typeof(VisitHeader))]
public sealed partial class AgentJson : JsonSerializerContext;
