using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Users.Data;
using SmartTracker.Users.Domain;
using SmartTracker.Users.Letters;
using SmartTracker.Users.SignIn;

namespace SmartTracker.Users.Passwords;

/// <summary>Somebody asks for a new password. It costs and says the same whether the user exists or not: the letter is written after the answer.</summary>
public sealed class ForgottenPassword(
    UserManager<User> users, TryCountStore counts, ResetLetters letters, AfterAnswer afterAnswer, IHttpContextAccessor accessor)
{
    public const int PerName = 3;
    public const int PerNetwork = 30;

    /// <summary>False when too many were asked for from there in this hour.</summary>
    public async Task<bool> AskAsync(string name, CancellationToken cancellationToken)
    {
        if (ClientAddress.Network(accessor.HttpContext?.Connection.RemoteIpAddress) is { } network
            && await counts.CountAsync("reset:" + network, cancellationToken) > PerNetwork)
        {
            return false;
        }

        if (await counts.CountAsync("reset:" + TypedName.Digest(name), cancellationToken) <= PerName)
            afterAnswer.Run(services => services.GetRequiredService<ForgottenPassword>().SendAsync(name));
        return true;
    }

    private async Task SendAsync(string name)
    {
        var user = await users.FindByNameAsync(name) ?? await users.FindByEmailAsync(name);
        // Once more by user: who knows both name and address must not get twice as many sent.
        if (user is not null && ResetLetters.MayHaveOne(user) && await counts.CountAsync("reset:" + user.Id, CancellationToken.None) <= PerName)
            await letters.SendAsync(user, CancellationToken.None);
    }
}
