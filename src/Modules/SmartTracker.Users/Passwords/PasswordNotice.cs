using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Users.Domain;
using SmartTracker.Users.Letters;

namespace SmartTracker.Users.Passwords;

/// <summary>Tells users by letter that their password was changed, in case it was not they who did it.</summary>
public sealed class PasswordNotice(AfterAnswer afterAnswer, TimeProvider time)
{
    public void SendLater(UserId id)
    {
        var at = time.Now();
        afterAnswer.Run(async services =>
        {
            if (await services.GetRequiredService<UserManager<User>>().FindByIdAsync(id.ToString()) is { Email: not null } user)
                await services.GetRequiredService<UserLetters>().PasswordChangedAsync(user, at, CancellationToken.None);
        });
    }
}
