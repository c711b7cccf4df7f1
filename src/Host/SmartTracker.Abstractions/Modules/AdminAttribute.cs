namespace SmartTracker.Abstractions.Modules;

/// <summary>Marks a controller or action as administration: its pages wear the admin theme. Its route begins with <c>admin/</c>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AdminAttribute : Attribute;
