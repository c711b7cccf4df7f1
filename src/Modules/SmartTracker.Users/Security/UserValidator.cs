using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Security;

/// <summary>What a user may be called. Codes are the form's field names.</summary>
internal sealed class UserValidator(IStringLocalizer<Texts> texts) : IUserValidator<User>
{
    private const int LongestName = 100;

    public async Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user)
    {
        if (!IsName(user.UserName))
            return Refuse(nameof(User.UserName), "Give a user name of 1 to 100 characters.");
        if (await manager.FindByNameAsync(user.UserName) is { } namesake && namesake.Id != user.Id)
            return Refuse(nameof(User.UserName), "There is already a user of this name. Choose another one.");
        if (user.FullName is { } name && (name.Length > LongestName || name.Any(char.IsControl)))
            return Refuse(nameof(User.FullName), "Give a name of at most 100 characters.");
        if (user.Email is null)
            return IdentityResult.Success;
        if (!LooksLikeAddress(user.Email))
            return Refuse(nameof(User.Email), "This is not an e-mail address. It looks like name@example.org.");
        return await manager.FindByEmailAsync(user.Email) is { } other && other.Id != user.Id
            ? Refuse(nameof(User.Email), "Another user has this e-mail address.")
            : IdentityResult.Success;
    }

    internal static bool IsName(string text) => text.Length is > 0 and <= LongestName && text == text.Trim() && !text.Any(char.IsControl);

    // Whether an address works shows only when something is sent to it; this catches a slip of the keyboard.
    internal static bool LooksLikeAddress(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return text.Length <= 254 && at > 0 && at == text.LastIndexOf('@') && at < text.Length - 1
            && !text.Any(character => char.IsWhiteSpace(character) || char.IsControl(character));
    }

    private IdentityResult Refuse(string field, string reason) =>
        IdentityResult.Failed(new IdentityError { Code = field, Description = texts[reason] });
}
