using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Data;
using SmartTracker.Users.Data;
using SmartTracker.Users.Domain;
using SmartTracker.Users.Invitations;

namespace SmartTracker.Users.Users;

/// <summary>Enters users and their roles. The caller owns the transaction.</summary>
public sealed class UserRegister(UserManager<User> users, RoleStore roles, TimeProvider time, IStringLocalizer<Texts> texts)
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

    /// <summary>What stands against inviting the person.</summary>
    public async Task<IdentityResult> CheckInvitedAsync(NewInvitation wanted)
    {
        if (wanted.Email.Length == 0)
            return IdentityResult.Failed(new IdentityError { Code = nameof(User.Email), Description = texts["This is not an e-mail address. It looks like name@example.org."] });
        var errors = new List<IdentityError>();
        foreach (var validator in users.UserValidators)
            errors.AddRange((await validator.ValidateAsync(users, Draft(wanted))).Errors);
        return errors.Count == 0 ? IdentityResult.Success : IdentityResult.Failed([.. errors]);
    }

    /// <summary>Enters somebody without a password, named by the e-mail address.</summary>
    public async Task<(IdentityResult Result, User User)> AddInvitedAsync(NewInvitation wanted, CancellationToken cancellationToken)
    {
        var user = Draft(wanted);
        var checkedUser = await CheckInvitedAsync(wanted);
        if (!checkedUser.Succeeded)
            return (checkedUser, user);
        await JoinAsync(user, wanted.Roles, cancellationToken);
        return (await users.CreateAsync(user), user);
    }

    /// <summary>Makes these the user's roles; the caller saves the user.</summary>
    public async Task SetRolesAsync(User user, IReadOnlyCollection<string> wanted, CancellationToken cancellationToken)
    {
        user.Roles.RemoveAll(role => !wanted.Contains(role.RoleName));
        await JoinAsync(user, wanted.Except(user.RoleNames), cancellationToken);
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

    private User Draft(NewInvitation wanted) => new()
    {
        UserName = wanted.Email,
        Email = wanted.Email,
        FullName = string.IsNullOrWhiteSpace(wanted.FullName) ? null : wanted.FullName.Trim(),
        Language = wanted.Language,
        CreatedAt = time.Now(),
    };
}
