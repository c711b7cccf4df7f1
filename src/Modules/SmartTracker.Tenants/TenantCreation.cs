using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Abstractions.Security;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Tenants;

/// <summary>Creates a customer, or says at each field why not. The administrator is checked first, because a recipe that fails takes seconds.</summary>
public sealed class TenantCreation(ITenants tenants, ITenantWords words, IFirstUserRules users, IStringLocalizer<Texts> texts)
{
    private const int LongestName = 100;

    /// <summary>Null where something in the form cannot stay as it is.</summary>
    public async Task<NewTenant?> CreateAsync(TenantForm form, ModelStateDictionary state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(state);
        Check(form, state);
        if (!state.IsValid)
            return null;

        var tenant = form.ToNewTenant();
        try
        {
            await tenants.CreateAsync(tenant, cancellationToken);
            return tenant;
        }
        catch (TenantRefusedException refused)
        {
            state.AddModelError(refused.Field, words.Say(refused));
        }
        catch (RecipeException refused)
        {
            state.AddModelError(nameof(form.Recipe), refused.Message);
        }

        return null;
    }

    private void Check(TenantForm form, ModelStateDictionary state)
    {
        if ((form.SiteName?.Trim().Length ?? 0) is 0 or > LongestName)
            state.AddModelError(nameof(form.SiteName), texts["Give the company's name, at most {0} characters.", LongestName]);
        if (form.Recipes.All(recipe => recipe.Name != form.Recipe))
            state.AddModelError(nameof(form.Recipe), texts["Choose one of the recipes."]);
        foreach (var flaw in users.Check(form.AdminUserName?.Trim() ?? "", form.AdminEmail, form.AdminPassword, form.SiteName?.Trim() ?? "", form.ToNewTenant().Name))
            state.AddModelError("Admin" + flaw.Field, flaw.Sentence);
    }
}
