using System.Text.Json;
using System.Text.Json.Serialization;
using SmartTracker.Protocols.Agent.Plans;

namespace SmartTracker.Protocols.Agent;

/// <summary>How the messages are written: camelCase, without reflection, missing members refused, unknown ones ignored.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(EnrolmentRequest))]
[JsonSerializable(typeof(EnrolmentAnswer))]
[JsonSerializable(typeof(AgentReport))]
[JsonSerializable(typeof(VisitReceipt))]
[JsonSerializable(typeof(AgentPlan))]
public sealed partial class AgentJson : JsonSerializerContext;
