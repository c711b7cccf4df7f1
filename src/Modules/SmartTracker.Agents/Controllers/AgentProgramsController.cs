using Microsoft.AspNetCore.Mvc;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Agents.Downloads;

namespace SmartTracker.Agents.Controllers;

[Admin]
[Route("admin/agents/programs")]
public sealed class AgentProgramsController(AgentPrograms programs) : Controller
{
    [HttpGet("{system}"), RequirePermission(AgentPermissions.Manage)]
    public IActionResult Download(string system) => programs.List().FirstOrDefault(found => found.Program.System == system) is { File: { } file } found
        ? PhysicalFile(file.FullName, "application/octet-stream", found.Program.Name)
        : NotFound();
}
