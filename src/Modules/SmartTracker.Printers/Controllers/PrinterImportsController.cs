using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Security;
using SmartTracker.Printers.Domain.Import;
using SmartTracker.Printers.Import;
using SmartTracker.Printers.Views.PrinterImports;

namespace SmartTracker.Printers.Controllers;

/// <summary>Many printers from one CSV file: shown first, stored when confirmed.</summary>
[Admin]
[Route("admin/printers/import")]
[RequirePermission(PrinterPermissions.Edit)]
public sealed class PrinterImportsController(
    PrinterImports imports, ImportPlanner planner, ImportedPrinters printers, PrinterCsvSample sample, Formats formats, IStringLocalizer<Texts> t) : Controller
{
    private const int MostBytes = 1024 * 1024;

    [HttpGet("")]
    public IActionResult Index() => View(new ImportStart(null));

    [HttpGet("sample")]
    public IActionResult Sample() => File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(sample.Text)).ToArray(), "text/csv; charset=utf-8", "printers.csv");

    [HttpPost("")]
    public async Task<IActionResult> Upload(IFormFile? file, CancellationToken cancellationToken)
    {
        var (rows, fault) = await ReadAsync(file, cancellationToken);
        return rows is null ? View("Index", new ImportStart(fault)) : RedirectToAction(nameof(Preview), new { id = imports.Keep(rows) });
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Preview(Guid id, CancellationToken cancellationToken) =>
        imports.Find(id) is { } rows ? View(new ImportPreview(id, await planner.PlanAsync(rows, cancellationToken), IsDone: false)) : NotFound();

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Confirm(Guid id, CancellationToken cancellationToken)
    {
        if (imports.Take(id) is not { } rows)
            return NotFound();
        var plan = await printers.RegisterAsync(rows, cancellationToken);
        if (plan.Wrong + plan.Known > 0)
            return View("Preview", new ImportPreview(id, plan, IsDone: true));
        TempData["Notice"] = t["{0} printers are registered. Collection begins by itself.", formats.Count(plan.Good)].Value;
        return RedirectToAction(nameof(PrintersController.Index), "Printers");
    }

    private async Task<(IReadOnlyList<CsvPrinter>? Rows, string? Fault)> ReadAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null || file.Length == 0)
            return (null, t["Choose a file first."]);
        if (file.Length > MostBytes)
            return (null, t["The file is larger than {0} MB. Split it.", 1]);
        try
        {
            using var reader = new StreamReader(file.OpenReadStream(), new UTF8Encoding(false, throwOnInvalidBytes: true));
            return (PrinterCsv.Read(await reader.ReadToEndAsync(cancellationToken)), null);
        }
        catch (DecoderFallbackException)
        {
            return (null, t["The file is not UTF-8. Save it as “CSV UTF-8” in your spreadsheet."]);
        }
        catch (PrinterCsvException exception)
        {
            return (null, planner.Describe(exception));
        }
    }
}
