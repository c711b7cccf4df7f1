namespace SmartTracker.Shell;

/// <summary>A setting of the host cannot be used; the message names it and says what is expected.</summary>
public sealed class SettingException(string message) : Exception(message);
