namespace SmartTracker.Abstractions.Security;

/// <summary>The rules for a tenant's first user, asked before the tenant exists: the same as for every other user.</summary>
public interface IFirstUserRules
{
    /// <summary>What stands against the user, in the reader's language; empty when nothing does.</summary>
    /// <param name="email">Null or empty where there is none.</param>
    /// <param name="names">What the tenant is called: a password made of it is guessed first.</param>
    IReadOnlyList<FirstUserFlaw> Check(string userName, string? email, string? password, params string[] names);
}

/// <param name="Field"><c>UserName</c>, <c>Email</c> or <c>Password</c>.</param>
/// <param name="Sentence">Says what to do.</param>
public sealed record FirstUserFlaw(string Field, string Sentence);
