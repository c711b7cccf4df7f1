using System.Net;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using NodaTime;
using SmartTracker.Agents.Domain;
using SmartTracker.Agents.Downloads;
using SmartTracker.Agents.Enrolling;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Agents.Pages;

/// <summary>All agents and the invitations that may still be used.</summary>
public sealed record AgentList(IReadOnlyList<AgentRow> Rows, IReadOnlyList<Enrolment> Invited, bool MayManage)
{
    public IEnumerable<AgentRow> Working => Rows.Where(row => !row.Agent.IsRevoked);
}

/// <param name="Mark">Class of the design system.</param>
/// <param name="Printers">Names of what it reads.</param>
public sealed record AgentRow(Agent Agent, string Mark, string Word, string Outbox, string Clock, IReadOnlyList<string> Printers)
{
    public bool IsWell => Mark == "ok";
}

/// <summary>One agent.</summary>
/// <param name="Choices">Every printer, with what reads it now.</param>
/// <param name="Visits">The newest deliveries.</param>
public sealed record AgentPage(
    Agent Agent, string Mark, string Word, string Outbox, string Clock, IReadOnlyList<string> Warnings, IReadOnlyList<PrinterChoice> Choices, IReadOnlyList<DeliveredVisit> Visits, bool MayManage)
{
    /// <summary>Who may tick sees all of them, others what is read.</summary>
    public IEnumerable<PrinterChoice> Shown => Choices.Where(choice => MayManage || choice.IsMine);
}

/// <param name="ReadBy">Another agent's name, or null where this host reads it.</param>
/// <param name="LastVisitAt">By the agent's clock; null where none was delivered.</param>
public sealed record PrinterChoice(PrinterId Id, string Name, string Address, bool IsMine, string? ReadBy, Instant? LastVisitAt, string? Problem);

public sealed record DeliveredVisit(string? PrinterName, PrinterId PrinterId, Instant VisitedAt, Instant ReceivedAt);

/// <param name="Token">Shown this once.</param>
/// <param name="Address">The tenant's, as the outside knows it.</param>
/// <param name="Programs">What can be loaded down here.</param>
public sealed record AgentInvited(Enrolment Enrolment, string Token, Uri Address, IReadOnlyList<(AgentProgramFile Program, FileInfo File)> Programs)
{
    public string Server => Address.AbsoluteUri.TrimEnd('/');

    /// <summary>An agent speaks without https only to its own computer, and to that by number.</summary>
    public bool LacksHttps => Address.Scheme != Uri.UriSchemeHttps && !(IPAddress.TryParse(Address.Host.Trim('[', ']'), out var number) && IPAddress.IsLoopback(number));
}

/// <param name="Printers">Names of what it reads now.</param>
public sealed record AgentRevocation(Agent Agent, IReadOnlyList<string> Printers);

/// <summary>How a printer is read, on the printer's own page.</summary>
public sealed record PrinterReading(PrinterId Printer, Agent Agent, string Mark, string Word, Instant? LastVisitAt);

/// <summary>The screen <c>admin/agents/new</c> as a person fills it in.</summary>
public sealed class AgentForm
{
    public string? Name { get; set; }

    internal void Check(ModelStateDictionary errors, IStringLocalizer<Texts> t)
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Trim().Length > AgentEnroller.LongestName)
            errors.AddModelError(nameof(Name), t["Name the place where the agent will run, in up to {0} characters.", AgentEnroller.LongestName]);
    }
}
