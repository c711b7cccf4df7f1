using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace SmartTracker.Users.Users;

internal static class ModelStateErrors
{
    /// <summary>Puts each error at the field that its code names.</summary>
    public static void Add(this ModelStateDictionary state, IdentityResult result)
    {
        foreach (var error in result.Errors)
            state.AddModelError(error.Code, error.Description);
    }

    /// <summary>The first error of a field, or null; the empty name asks for those of the whole form.</summary>
    public static string? Error(this ModelStateDictionary state, string field) =>
        state.TryGetValue(field, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;
}
