using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;
using SmartTracker.Costing.Data;
using SmartTracker.Costing.Explanations;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Costing.Pages;

/// <summary>Reads what the pages under <c>admin/cost-rules</c> show.</summary>
public sealed class CostRulePages(
    CostRulesStore rules,
    RatedJobsStore ratings,
    IPrintJobs jobs,
    IPrinterDirectory printers,
    PriceTexts names,
    IStringLocalizer<Texts> texts,
    Formats formats,
    Tenant tenant,
    TimeProvider time)
{
    private const int PageSize = 100;
    private const int SpareLines = 3;

    private LocalDate Today => time.Now().InZone(tenant.TimeZone).Date;

    public async Task<CostRuleList> ListAsync(CancellationToken cancellationToken) => new(
        tenant.Currency.Code,
        formats.Date(Today),
        await ratings.CountUnratedAsync(cancellationToken),
        await RowsAsync(await rules.ListAsync(cancellationToken), cancellationToken));

    public async Task<CostRuleDetail?> FindAsync(CostRuleId id, CancellationToken cancellationToken)
    {
        if (await rules.FindAsync(id, cancellationToken) is not { } stored)
            return null;

        var versions = await RowsAsync(await rules.OfScopeAsync(stored.PrinterId, cancellationToken), cancellationToken);
        var rule = stored.ToRule();
        return new CostRuleDetail(
            versions.Single(row => row.Id == id),
            rule.Prices.Currency.Code,
            formats.DateTime(stored.PublishedAt),
            stored.PublishedBy,
            [.. rule.Prices.Rates.Select(rate => new RateRow(names.Name(rate.Measure), names.Condition(rate.InkChannel, rate.MediaType) ?? Always(rate), Price(rate, rule)))],
            versions);
    }

    public async Task<UnratedList> UnratedAsync(int page, CancellationToken cancellationToken)
    {
        var total = await ratings.CountUnratedAsync(cancellationToken);
        var pageCount = (total + PageSize - 1) / PageSize;
        page = Math.Clamp(page, 1, Math.Max(1, pageCount));
        var unrated = await ratings.UnratedPageAsync((page - 1) * PageSize, PageSize, cancellationToken);
        var found = (await jobs.FindAsync([.. unrated.Select(rated => rated.PrintJobId)], cancellationToken)).ToDictionary(job => job.Id);
        var printerNames = await PrinterNamesAsync(cancellationToken);
        return new UnratedList(total, page, pageCount, [.. unrated.Where(rated => found.ContainsKey(rated.PrintJobId)).Select(rated => Row(rated, found[rated.PrintJobId], printerNames))]);
    }

    /// <summary>An empty form, or one filled with an earlier version's prices.</summary>
    public async Task<CostRuleFormScreen> NewFormAsync(CostRuleId? from, CancellationToken cancellationToken)
    {
        var copied = from is { } id ? (await rules.FindAsync(id, cancellationToken))?.ToRule() : null;
        var form = new CostRuleForm
        {
            Printer = copied?.PrinterId?.ToString(),
            ValidFrom = Today.With(DateAdjusters.StartOfMonth).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
            Lines = copied is null
                ? [.. Enum.GetValues<Measure>().Select(measure => new CostRuleFormLine { Measure = measure })]
                : [.. copied.Prices.Rates.Select(rate => Line(rate, CultureInfo.CurrentUICulture))],
        };
        return await ShowAgainAsync(form, addLines: true, cancellationToken);
    }

    public async Task<CostRuleFormScreen> ShowAgainAsync(CostRuleForm form, bool addLines, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        for (var i = 0; addLines && i < SpareLines && form.Lines.Count < CostRuleForm.MostLines; i++)
            form.Lines.Add(new CostRuleFormLine());

        return new CostRuleFormScreen(
            form,
            tenant.Currency.Code,
            [.. (await printers.ListAsync(cancellationToken)).Select(printer => new PrinterChoice(printer.Id.ToString(), printer.Name))],
            [.. Enum.GetValues<Measure>().Select(measure => new MeasureChoice(measure, names.Name(measure), names.Unit(measure)))]);
    }

    public async Task<ReadCostRule> ReadAsync(CostRuleForm form, string? user, CancellationToken cancellationToken) =>
        new CostRuleFormReader(texts, CultureInfo.CurrentUICulture).Read(form, tenant.Currency, await printers.ListAsync(cancellationToken), user);

    private async Task<IReadOnlyList<CostRuleRow>> RowsAsync(List<StoredCostRule> stored, CancellationToken cancellationToken)
    {
        var use = await ratings.UseByRuleAsync(cancellationToken);
        var printerNames = await PrinterNamesAsync(cancellationToken);
        return [.. stored
            .GroupBy(rule => rule.PrinterId)
            .Select(scope => (Name: Scope(scope.Key, printerNames), Rules: CostRulePeriod.Of([.. scope.Select(rule => rule.ToRule())], Today)))
            .OrderByDescending(scope => scope.Rules[0].Rule.PrinterId is null).ThenBy(scope => scope.Name, StringComparer.CurrentCulture)
            .SelectMany(scope => scope.Rules.Select(period => Row(period, scope.Name, use.GetValueOrDefault(period.Rule.Id))))];
    }

    private CostRuleRow Row(CostRulePeriod period, string scope, RuleUse? use) => new(
        period.Rule.Id,
        scope,
        period.Rule.Version,
        period.Last is { } last
            ? texts["{0} to {1}", formats.Date(period.Rule.ValidFrom), formats.Date(last)]
            : texts["from {0}", formats.Date(period.Rule.ValidFrom)],
        period.State,
        [.. period.Rule.Prices.Rates.Select(rate => $"{names.Condition(rate.InkChannel, rate.MediaType) ?? names.Name(rate.Measure)} {Price(rate, period.Rule)}")],
        new RuleJobs((use?.Jobs ?? 0) - (use?.Unrated ?? 0), use?.Unrated ?? 0));

    private UnratedRow Row(RatedJob rated, PrintJob job, Dictionary<PrinterId, string> printerNames) => new(
        job.Id.Value,
        job.JobName ?? texts["Job {0}", job.DeviceJobId],
        Scope(job.PrinterId, printerNames),
        formats.DateTime(job.AccountedAt),
        [.. rated.ReadMissing().Select(missing => new PriceGap(names.Reason(missing), names.WhatToDo(missing)))]);

    private string Scope(PrinterId? printer, Dictionary<PrinterId, string> printerNames) =>
        printer is { } id ? printerNames.GetValueOrDefault(id) ?? texts["a removed printer"] : texts["All printers"];

    private string Always(Rate rate) => rate.Measure switch
    {
        Measure.Ink => texts["Every ink, every media"],
        Measure.Job => texts["Every job"],
        _ => texts["Every media"],
    };

    private string Price(Rate rate, CostRule rule) =>
        formats.Rate(new(rate.UnitPrice, rule.Prices.Currency)) + "\u00a0/\u00a0" + names.Unit(rate.Measure);

    private static CostRuleFormLine Line(Rate rate, CultureInfo culture) => new()
    {
        Measure = rate.Measure,
        InkChannel = rate.InkChannel,
        MediaType = rate.MediaType,
        UnitPrice = rate.UnitPrice.ToString("0.00####", culture),
    };

    private async Task<Dictionary<PrinterId, string>> PrinterNamesAsync(CancellationToken cancellationToken) =>
        (await printers.ListAsync(cancellationToken)).ToDictionary(printer => printer.Id, printer => printer.Name);
}
