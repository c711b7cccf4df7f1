using System.Text.Json.Serialization;

namespace SmartTracker.Collection.Domain;

/// <summary>Writes and reads figures without reflection: a million rows of an import are worded by it.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(JobFigures))]
[JsonSerializable(typeof(SortedList<string, long>))]
internal sealed partial class JobFiguresJson : JsonSerializerContext;
