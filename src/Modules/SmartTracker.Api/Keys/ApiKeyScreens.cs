using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.Localization;
using NodaTime;
using SmartTracker.Api.Domain;

namespace SmartTracker.Api.Keys;

/// <summary>All keys of the site, newest first.</summary>
public sealed record ApiKeyList(IReadOnlyList<ApiKeyRow> Rows);

public sealed record ApiKeyRow(ApiKey Key, ApiKeyState State);

/// <param name="Text">The whole key; shown this once.</param>
public sealed record ApiKeyCreated(ApiKey Key, string Text);

/// <summary>The screen <c>admin/api-keys/new</c> as a person fills it in.</summary>
public sealed class ApiKeyForm
{
    /// <summary>In days; 0 is never.</summary>
    public static readonly IReadOnlyList<int> Lifetimes = [30, 90, 365, 0];

    public string? Name { get; set; }

    public string? Role { get; set; }

    public int Days { get; set; } = 90;

    /// <summary>Those that the person can give away.</summary>
    [ValidateNever, BindNever]
    public IReadOnlyList<string> Roles { get; set; } = [];

    internal void Check(ModelStateDictionary errors, IStringLocalizer<Texts> texts)
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Trim().Length > ApiKeyIssuer.LongestName)
            errors.AddModelError(nameof(Name), texts["Name the program that will use the key, in up to {0} characters.", ApiKeyIssuer.LongestName]);
        if (Role is null || !Roles.Contains(Role))
            errors.AddModelError(nameof(Role), texts["Choose a role. Only roles with no more permissions than yours are offered."]);
        if (!Lifetimes.Contains(Days))
            errors.AddModelError(nameof(Days), texts["Choose how long the key works."]);
    }

    internal NewApiKey ToNewKey(string by, Instant now) => new(Name!.Trim(), [Role!], Days == 0 ? null : now + Duration.FromDays(Days), by);
}
