using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace SmartTracker.Abstractions.Api;

/// <summary>What every list understands. Derive for filters; name each property with <c>FromQuery</c>.</summary>
public class ApiListQuery
{
    [FromQuery(Name = "limit"), Range(1, ApiPage.HighestLimit, ErrorMessage = "Write a number from 1 to 500.")]
    [Description("How many items at most.")]
    public int Limit { get; init; } = ApiPage.DefaultLimit;

    [FromQuery(Name = "cursor")]
    [Description("The nextCursor of the page before; left out for the first page.")]
    public string? Cursor { get; init; }
}
