using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Data;
using SmartTracker.Users.Data;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Links;

/// <summary>Issues and redeems one-time links. The newest one of a purpose is the only one that works; a link used twice at the same moment works once.</summary>
public sealed class OneTimeLinks(UsersDbContext context, TimeProvider time)
{
    /// <summary>A new link; earlier ones of the same purpose stop working. The caller owns the transaction.</summary>
    public async Task<(LinkToken Token, OneTimeLink Link)> IssueAsync(UserId user, LinkPurpose purpose, string? email, CancellationToken cancellationToken)
    {
        await WithdrawAsync(user, cancellationToken, purpose);
        var token = LinkToken.New();
        var now = time.Now();
        var link = new OneTimeLink
        {
            UserId = user,
            Purpose = purpose,
            TokenHash = token.Hash,
            Email = email,
            CreatedAt = now,
            ExpiresAt = now + OneTimeLink.Lifetime(purpose),
        };
        context.Links.Add(link);
        await context.SaveChangesAsync(cancellationToken);
        return (token, link);
    }

    /// <summary>The link, whether it works, and whose it is. A link of another purpose or tenant is unknown; that of somebody switched off is withdrawn.</summary>
    public async Task<FoundLink> FindAsync(LinkPurpose purpose, LinkToken token, CancellationToken cancellationToken)
    {
        var hash = token.Hash;
        var link = await context.Links.AsNoTracking().SingleOrDefaultAsync(row => row.TokenHash == hash && row.Purpose == purpose, cancellationToken);
        var state = link?.StateAt(time.Now()) ?? LinkState.Unknown;
        if (link is null || state != LinkState.Valid)
            return new(state, link, null);

        var holder = await context.Users.SingleAsync(user => user.Id == link.UserId, cancellationToken);
        return holder.IsEnabled ? new(state, link, holder) : new(LinkState.Withdrawn, link, null);
    }

    /// <summary>Uses the link up; false when somebody else was faster. The caller owns the transaction.</summary>
    public async Task<bool> UseAsync(OneTimeLink link, CancellationToken cancellationToken)
    {
        var now = time.Now();
        return await context.Links.Where(row => row.Id == link.Id && row.UsedAt == null && row.WithdrawnAt == null && row.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAt, now), cancellationToken) == 1;
    }

    /// <summary>What is open of these purposes stops working.</summary>
    public Task<int> WithdrawAsync(UserId user, CancellationToken cancellationToken, params LinkPurpose[] purposes)
    {
        var now = time.Now();
        return context.Links.Where(row => row.UserId == user && purposes.Contains(row.Purpose) && row.UsedAt == null && row.WithdrawnAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.WithdrawnAt, now), cancellationToken);
    }

    /// <summary>The user's newest link of a purpose, in whatever state.</summary>
    public Task<OneTimeLink?> LatestAsync(UserId user, LinkPurpose purpose, CancellationToken cancellationToken) =>
        context.Links.AsNoTracking().Where(row => row.UserId == user && row.Purpose == purpose)
            .OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).FirstOrDefaultAsync(cancellationToken);
}

/// <param name="Holder">Null unless the link works.</param>
public sealed record FoundLink(LinkState State, OneTimeLink? Link, User? Holder);
