using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Security;

namespace SmartTracker.Users.Roles;

/// <summary>What a role is called: those that every tenant knows in the reader's language, others as they were named.</summary>
public static class RoleWords
{
    public static string Role(this IStringLocalizer<Texts> texts, string name)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return name is RoleIds.Operator or RoleIds.Administrator or RoleIds.Bookkeeper or RoleIds.Customer ? texts[name] : name;
    }

    public static string Roles(this IStringLocalizer<Texts> texts, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return string.Join(", ", names.Select(texts.Role).DefaultIfEmpty(texts["no role"].Value));
    }
}
