using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Mail;
using SmartTracker.Users.Domain;
using SmartTracker.Users.Letters;
using SmartTracker.Users.Links;
using SmartTracker.Users.Passwords;

namespace SmartTracker.Users.Accounts;

/// <summary>A new address of a user counts once it was confirmed from there; until then the old one stays.</summary>
public sealed class EmailChange(
    UserManager<User> users, UserPasswords passwords, OneTimeLinks links, UserLetters letters, MailWords words, AfterAnswer afterAnswer,
    ITenantDatabase database, IStringLocalizer<Texts> texts)
{
    /// <summary>Sends a letter to the new address. On success the sentence says where it is.</summary>
    public async Task<(IdentityResult Result, string Sentence)> AskAsync(UserId id, string email, string password, CancellationToken cancellationToken)
    {
        if (!await passwords.IsCurrentAsync(id, password, cancellationToken))
            return (Refuse("EmailPassword", "This is not your current password. After five wrong tries there is a pause."), "");
        var user = (await users.FindByIdAsync(id.ToString()))!;
        var faults = await FaultsAsync(user, email);
        if (faults.Length > 0)
            return (IdentityResult.Failed(faults), "");

        LinkToken token;
        await using (var transaction = await database.BeginAsync(cancellationToken))
        {
            (token, _) = await links.IssueAsync(id, LinkPurpose.EmailChange, email, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        try
        {
            await letters.EmailChangeAsync(user, email, token, cancellationToken);
            return (IdentityResult.Success, words.Sent(email));
        }
        catch (MailException exception)
        {
            return (Refuse("Email", words.NotSent(exception.Fault)), "");
        }
    }

    /// <summary>The result is null unless the link works at this moment.</summary>
    public async Task<(LinkState State, IdentityResult? Result)> ConfirmAsync(LinkToken token, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        var found = await links.FindAsync(LinkPurpose.EmailChange, token, cancellationToken);
        if (found.Holder is not { } user)
            return (found.State, null);
        if (!await links.UseAsync(found.Link!, cancellationToken))
            return (LinkState.Used, null);

        var before = user.Email;
        user.Email = found.Link!.Email;
        try
        {
            var changed = await users.UpdateAsync(user);
            if (!changed.Succeeded)
                return (LinkState.Valid, changed);
        }
        catch (DbUpdateException)
        {
            return (LinkState.Valid, Refuse("Email", "Another user has this e-mail address."));
        }

        await transaction.CommitAsync(cancellationToken);
        if (before is not null)
            TellOldAddress(user.Id, before);
        return (LinkState.Valid, IdentityResult.Success);
    }

    public Task CancelAsync(UserId id, CancellationToken cancellationToken) => links.WithdrawAsync(id, cancellationToken, LinkPurpose.EmailChange);

    // On a copy: what is wrong must not be stored with the next change.
    private async Task<IdentityError[]> FaultsAsync(User user, string email)
    {
        var wanted = new User { Id = user.Id, UserName = user.UserName, Email = email };
        var results = new List<IdentityError>();
        foreach (var validator in users.UserValidators)
            results.AddRange((await validator.ValidateAsync(users, wanted)).Errors);
        return [.. results];
    }

    private void TellOldAddress(UserId id, string before) => afterAnswer.Run(async services =>
    {
        if (await services.GetRequiredService<UserManager<User>>().FindByIdAsync(id.ToString()) is { } user)
            await services.GetRequiredService<UserLetters>().EmailChangedAsync(user, before, CancellationToken.None);
    });

    private IdentityResult Refuse(string field, string reason) => IdentityResult.Failed(new IdentityError { Code = field, Description = texts[reason] });
}
