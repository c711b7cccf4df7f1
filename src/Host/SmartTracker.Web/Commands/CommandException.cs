namespace SmartTracker.Web.Commands;

/// <summary>Ends a command with one sentence on stderr.</summary>
internal sealed class CommandException(string message, int ExitCode = 1) : Exception(message)
{
    public int ExitCode { get; } = ExitCode;
}
