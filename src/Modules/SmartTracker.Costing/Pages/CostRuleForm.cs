using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Costing.Pages;

/// <summary>The screen <c>admin/cost-rules/new</c> as a person fills it in: figures are text in the reader's language.</summary>
public sealed class CostRuleForm
{
    /// <summary>A bound on what one form can ask the server to hold.</summary>
    public const int MostLines = 200;

    /// <summary>Empty for every printer without a rule of its own.</summary>
    public string? Printer { get; set; }

    /// <summary>ISO, as the browser's date field sends it.</summary>
    public string? ValidFrom { get; set; }

    public List<CostRuleFormLine> Lines { get; set; } = [];
}

public sealed class CostRuleFormLine
{
    public Measure Measure { get; set; }

    public string? InkChannel { get; set; }

    public string? MediaType { get; set; }

    /// <summary>Empty where the line prices nothing.</summary>
    public string? UnitPrice { get; set; }
}

/// <summary>The form with what it needs to be shown.</summary>
public sealed record CostRuleFormScreen(CostRuleForm Form, string Currency, IReadOnlyList<PrinterChoice> Printers, IReadOnlyList<MeasureChoice> Measures);

public sealed record PrinterChoice(string Id, string Name);

public sealed record MeasureChoice(Measure Measure, string Name, string Unit);
