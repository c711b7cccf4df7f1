namespace SmartTracker.Web.Commands;

internal static class RecipeParameters
{
    public static IReadOnlyDictionary<string, string> Parse(string[]? parameters) => (parameters ?? []).ToDictionary(
        parameter => parameter.Split('=', 2)[0],
        parameter => parameter.Split('=', 2) is [_, var value] ? value : throw new CommandException($"--parameter needs NAME=VALUE, not '{parameter}'.", ExitCode: 2));
}
