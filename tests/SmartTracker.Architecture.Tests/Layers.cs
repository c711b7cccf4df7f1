namespace SmartTracker.Architecture.Tests;

/// <summary>Who may reference whom.</summary>
internal static class Layers
{
    /// <summary>Each module may see what those before it show.</summary>
    private static readonly string[] ModulesInOrder = ["Printers", "Collection", "Agents", "Accounts", "Costing", "Billing", "Contracts", "Bills", "Reports"];

    /// <summary>What protocols over HTTP have in common: gate, pinned key, deadline, cap. The only project that they may reference.</summary>
    private const string Transport = Product.Prefix + "Protocols.Http";

    /// <summary>May be used by all and use none.</summary>
    private static readonly string[] Platform = ["Tenants", "Users", "Scheduling"];

    public static bool MayReference(string from, string to) => (KindOf(from), KindOf(to)) switch
    {
        (Kind.Host, _) => true,
        (Kind.Protocol, _) => to == Transport && from != Transport,
        (Kind.Abstractions, _) => false,
        (Kind.Reader, Kind.Protocol) => true,
        (Kind.Agent, Kind.Reader or Kind.Protocol) => true,
        (Kind.Tool, Kind.Protocol) => true,
        (Kind.Shell or Kind.Theme, Kind.Abstractions) => true,
        (Kind.Shown or Kind.Module, Kind.Abstractions) => true,
        (Kind.Shown or Kind.Module, Kind.Shown) => MaySee(from, to),
        (Kind.Module, Kind.Protocol) => true,
        // Readers know no module: what a module shows may use their words, such as a printer's state.
        (Kind.Shown or Kind.Module, Kind.Reader) => true,
        _ => false,
    };

    public static Kind KindOf(string assembly) => assembly[Product.Prefix.Length..] switch
    {
        "Web" => Kind.Host,
        "Shell" => Kind.Shell,
        "Abstractions" => Kind.Abstractions,
        "PrinterReaders" => Kind.Reader,
        "PrinterSimulator" => Kind.Tool,
        "Agent" => Kind.Agent,
        var name when name.StartsWith("Protocols.", StringComparison.Ordinal) => Kind.Protocol,
        var name when name.StartsWith("Theme.", StringComparison.Ordinal) => Kind.Theme,
        var name when name.EndsWith(".Abstractions", StringComparison.Ordinal) => Kind.Shown,
        var name when ModulesInOrder.Contains(name) || Platform.Contains(name) || name == "Api" => Kind.Module,
        _ => Kind.Unknown,
    };

    private static bool MaySee(string from, string to)
    {
        var (user, used) = (ModuleOf(from), ModuleOf(to));
        if (user == used || (Platform.Contains(used) && !Platform.Contains(user)) || user == "Api")
            return true;
        return !Platform.Contains(user) && Array.IndexOf(ModulesInOrder, used) is >= 0 and var place && place < Array.IndexOf(ModulesInOrder, user);
    }

    private static string ModuleOf(string assembly) => assembly.Split('.')[1];
}

internal enum Kind
{
    Unknown,
    Host,
    Shell,
    Abstractions,
    Protocol,
    Reader,
    Tool,

    /// <summary>Runs on a customer's site, without the host.</summary>
    Agent,
    Theme,
    Module,

    /// <summary>What a module shows to others: <c>SmartTracker.X.Abstractions</c>.</summary>
    Shown,
}
