namespace SmartTracker.Abstractions.Navigation;

/// <summary>Where the search field of the bar looks. Themes show the first place whose permission the user has.</summary>
/// <param name="Text">What is found there, already localized.</param>
/// <param name="Path">App-relative; the words are added as <c>q</c>.</param>
/// <param name="Query">Sent along, such as <c>month</c> = <c>all</c>.</param>
public sealed record SearchPlace(string Text, string Path, string Permission, int Order, params (string Name, string Value)[] Query);

/// <summary>A module's page that finds things by words.</summary>
public interface ISearchProvider
{
    /// <summary>Null where this tenant has nothing to look through.</summary>
    SearchPlace? Place { get; }
}
