namespace SmartTracker.Abstractions.Modules;

/// <summary>Says that an assembly is a theme: it holds <c>/Views/Themes/{Id}/_Layout.cshtml</c> and the assets that the layout links.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ThemeAttribute : ModuleAttribute;
