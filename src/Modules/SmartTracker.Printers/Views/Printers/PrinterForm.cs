using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Domain;
using SmartTracker.Printers.Registry;

namespace SmartTracker.Printers.Views.Printers;

/// <summary>The form for a new or a changed printer. The stored password never comes back to it.</summary>
public sealed class PrinterForm
{
    public string? Name { get; set; }
    public string? Address { get; set; }
    public string? Protocol { get; set; } = Printer.PiwsProtocol;
    public string? AdminPassword { get; set; }
    public bool AllowLegacyTls { get; set; }

    public PrinterDraft Draft => new(Name, Address, Protocol, AdminPassword, AllowLegacyTls);

    public static PrinterForm Of(Printer printer)
    {
        ArgumentNullException.ThrowIfNull(printer);
        return new PrinterForm
        {
            Name = printer.Name,
            Address = printer.ParsedAddress.Typed,
            Protocol = printer.Protocol,
            AllowLegacyTls = printer.AllowLegacyTls,
        };
    }
}

/// <summary>The form with what it needs to show.</summary>
/// <param name="Id">Null for a new printer.</param>
public sealed record PrinterFormPage(
    PrinterId? Id, PrinterForm Form, IReadOnlyList<string> Protocols, bool HasPassword, IReadOnlyList<DraftFault> Faults)
{
    public string? Fault(string field) => Faults.FirstOrDefault(fault => fault.Field == field)?.Message;
}

/// <summary>What is asked before a printer is removed.</summary>
public sealed record PrinterRemoval(PrinterId Id, string Name, bool HasJobs);
