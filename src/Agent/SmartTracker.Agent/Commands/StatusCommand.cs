using System.CommandLine;
using System.Globalization;
using SmartTracker.Agent.Files;
using SmartTracker.Agent.Outbox;

namespace SmartTracker.Agent.Commands;

/// <summary><c>status</c>: how the agent is, from its files, whether it runs or not.</summary>
internal static class StatusCommand
{
    private const double BytesPerMegabyte = 1024 * 1024;

    public static Command Create()
    {
        var command = new Command("status", "Says how the agent is; ends with 1 where something needs a person.");
        command.SetAction(CommandLine.On((folder, _, _) => Task.FromResult(Run(folder))));
        return command;
    }

    private static int Run(AgentFolder folder)
    {
        var settings = folder.ReadSettings();
        var condition = folder.ReadCondition();
        var waiting = Directory.Exists(folder.Outbox)
            ? new DirectoryInfo(folder.Outbox).EnumerateFiles("*" + OutboxEntry.Extension).Select(OutboxEntry.Parse).OfType<OutboxEntry>().ToList()
            : [];
        var isAtWork = folder.IsClaimed();

        Say("Agent", $"{settings.Name} at {settings.Site}");
        Say("Host", settings.Server.ToString());
        Say("At work", isAtWork ? "yes" : condition is null ? "no" : $"no, last at {Text(condition.At)}");
        Say("Last contact", condition?.LastContactAt is { } contact ? Text(contact) : "never");
        Say("Printers", condition is null ? "unknown" : condition.Printers.ToString(CultureInfo.InvariantCulture));
        Say("Outbox", waiting.Count == 0
            ? "empty"
            : string.Create(CultureInfo.InvariantCulture, $"{waiting.Count} visits, {waiting.Sum(entry => entry.Bytes) / BytesPerMegabyte:0.0} MB, oldest of {Text(waiting.Min(entry => entry.StartedAt))}"));
        var problems = Problems(condition, isAtWork).ToList();
        foreach (var problem in problems)
            Say("Problem", problem);
        return problems.Count == 0 ? 0 : 1;
    }

    private static IEnumerable<string> Problems(AgentCondition? condition, bool isAtWork)
    {
        if (!isAtWork)
            yield return "The agent does not run.";
        if (condition?.HostProblem is { } problem)
            yield return problem;
        foreach (var warning in condition?.Warnings ?? [])
            yield return warning;
    }

    private static void Say(string term, string text) => Console.WriteLine($"{term + ":",-14}{text}");

    private static string Text(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
