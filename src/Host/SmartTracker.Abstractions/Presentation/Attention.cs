namespace SmartTracker.Abstractions.Presentation;

/// <summary>Something that a person has to look at, told on the tenant's overview (<c>~/admin</c>). All texts localized.</summary>
/// <param name="Mark">Class of the mark: <c>bad</c>, <c>warn</c> or <c>info</c>; the worst stand first.</param>
/// <param name="Action">What the button at the head of the page says when this comes first.</param>
/// <param name="Path">App-relative place to do it, or null where the reader may not.</param>
public sealed record Attention(string Mark, string Title, string Reason, string Action, string? Path);

/// <summary>Contributes to what needs attention. Answers nothing that the current user may not see.</summary>
public interface IAttentionSource
{
    Task<IReadOnlyList<Attention>> GetAsync(CancellationToken cancellationToken);
}
