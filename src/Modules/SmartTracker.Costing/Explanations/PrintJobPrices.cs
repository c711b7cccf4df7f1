using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Data;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Costing.Explanations;

/// <summary>What Collection's lists and pages of jobs show of prices.</summary>
public sealed class PrintJobPrices(
    RatedJobsStore ratings, CostRulesStore rules, IPrinterDirectory printers, PriceTexts names, IStringLocalizer<Texts> texts, Formats formats) : IPrintJobPrices
{
    public const string View = "/Views/PriceSteps/_PriceSteps.cshtml";

    public string CurrentPrices => "SELECT print_job_id, amount AS micros, currency FROM rated_jobs WHERE is_current";

    public async Task<IReadOnlyDictionary<PrintJobId, PrintJobPrice>> GetAsync(IReadOnlyCollection<PrintJobId> ids, CancellationToken cancellationToken) =>
        (await ratings.CurrentAsync(ids, cancellationToken)).ToDictionary(rated => rated.Key, rated => new PrintJobPrice(rated.Value.Price, Because(rated.Value)));

    public async Task<PageSection?> ExplainAsync(PrintJobId id, CancellationToken cancellationToken)
    {
        if (!(await ratings.CurrentAsync([id], cancellationToken)).TryGetValue(id, out var rated))
            return null;

        var rule = rated.RuleId is { } ruleId ? await rules.FindAsync(ruleId, cancellationToken) : null;
        var currency = new Currency(rated.Currency);
        return new PageSection(View, new PriceExplanation(
            rule?.Id,
            rule is null ? null : await NameAsync(rule, cancellationToken),
            rated.Currency,
            rated.Price is { } price ? formats.Rate(price) : null,
            new PriceLedger(names, texts, formats).Lines(rated.ReadSteps(), currency),
            [.. rated.ReadMissing().Select(missing => new PriceGap(names.Reason(missing), names.WhatToDo(missing)))]));
    }

    private string? Because(RatedJob rated) =>
        rated.Status == RatedStatus.Unrated ? string.Join("; ", rated.ReadMissing().Select(names.Reason)) : null;

    private async Task<string> NameAsync(StoredCostRule rule, CancellationToken cancellationToken)
    {
        var scope = rule.PrinterId is { } printer
            ? (await printers.FindAsync(printer, cancellationToken))?.Name ?? texts["a removed printer"]
            : texts["All printers"];
        return texts["{0}, version {1}, valid from {2}", scope, rule.Version, formats.Date(rule.ValidFrom)];
    }
}
