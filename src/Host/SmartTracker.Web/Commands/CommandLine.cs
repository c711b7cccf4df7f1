using System.CommandLine;

namespace SmartTracker.Web.Commands;

/// <summary>The program's commands. Results go to stdout, everything else to stderr; 0 is done, 1 refused or failed, 2 wrong usage.</summary>
public static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (!MissingLibraries.NoneOrSay())
            return 1;

        var root = new RootCommand("SmartTracker: print accounting and billing for large-format printers.")
        {
            GlobalOptions.Data,
            GlobalOptions.Urls,
            GlobalOptions.Set,
        };
        root.SetAction(ServeCommand.RunAsync);
        root.Add(ServeCommand.Create());
        root.Add(DemoCommand.Create());
        root.Add(TenantCommands.Create());
        root.Add(RecipeCommands.Create());
        root.Add(CollectCommand.Create());
        root.Add(BillCommand.Create());
        root.Add(VerifyCommand.Create());
        root.Add(UserCommands.Create());
        root.Add(ApiKeyCommands.Create());

        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });

        foreach (var error in parsed.Errors)
            await Console.Error.WriteLineAsync(error.Message);
        await Console.Error.WriteLineAsync("See smarttracker --help.");
        return 2;
    }
}
