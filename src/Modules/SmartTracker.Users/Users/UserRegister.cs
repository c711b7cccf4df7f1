using Microsoft.AspNetCore.Identity;
using SmartTracker.Abstractions.Data;
using SmartTracker.Users.Data;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Users;

/// <summary>Enters users and their roles. The caller owns the transaction.</summary>
public sealed class UserRegister(UserManager<User> users, RoleStore roles, TimeProvider time)
{
    /// <summary>What stands against the user, the name's and the password's faults together.</summary>
    public async Task<IdentityResult> CheckAsync(NewUser wanted)
    {
        var user = Draft(wanted);
        var errors = new List<IdentityError>();
        foreach (var validator in users.UserValidators)
            errors.AddRange((await validator.ValidateAsync(users, user)).Errors);
        foreach (var validator in users.PasswordValidators)
            errors.AddRange((await validator.ValidateAsync(users, user, wanted.Password)).Errors);
        return errors.Count == 0 ? IdentityResult.Success : IdentityResult.Failed([.. errors]);
    }

    public async Task<IdentityResult> AddAsync(NewUser wanted, CancellationToken cancellationToken)
    {
        var checkedUser = await CheckAsync(wanted);
        if (!checkedUser.Succeeded)
            return checkedUser;

        var user = Draft(wanted);
        await JoinAsync(user, wanted.Roles, cancellationToken);
        return await users.CreateAsync(user, wanted.Password);
    }

    /// <summary>Gives the roles that the user does not hold yet; takes none away.</summary>
    public async Task AddRolesAsync(User user, IReadOnlyCollection<string> wanted, CancellationToken cancellationToken)
    {
        await JoinAsync(user, wanted.Except(user.RoleNames), cancellationToken);
        await users.UpdateAsync(user);
    }

    private async Task JoinAsync(User user, IEnumerable<string> wanted, CancellationToken cancellationToken)
    {
        foreach (var name in wanted.Distinct().ToList())
        {
            var role = await roles.EnsureAsync(name, cancellationToken);
            user.Roles.Add(new UserRole { UserId = user.Id, RoleName = role.Name });
        }
    }

    private User Draft(NewUser wanted) => new()
    {
        UserName = wanted.UserName,
        Email = string.IsNullOrWhiteSpace(wanted.Email) ? null : wanted.Email.Trim(),
        CreatedAt = time.Now(),
    };
}
