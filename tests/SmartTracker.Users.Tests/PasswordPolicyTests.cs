using CsCheck;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Tests;

public class PasswordPolicyTests
{
    [Theory]
    [InlineData(null, PasswordFlaw.TooShort)]
    [InlineData("", PasswordFlaw.TooShort)]
    [InlineData("elf Zeichen", PasswordFlaw.TooShort)]
    [InlineData("zwölf Zeiche", PasswordFlaw.None)]
    [InlineData("four words are plenty", PasswordFlaw.None)]
    [InlineData("katrin.lorenz", PasswordFlaw.ContainsUserName)]
    [InlineData("Katrin.Lorenz ", PasswordFlaw.ContainsUserName)]
    [InlineData("katrin@nordplan.example", PasswordFlaw.ContainsUserName)]
    [InlineData("Passwort1234", PasswordFlaw.TooCommon)]
    [InlineData("my katrin.lorenz and me", PasswordFlaw.ContainsUserName)]
    [InlineData("password1234!!", PasswordFlaw.TooCommon)]
    [InlineData("P@ssw0rd-2026!", PasswordFlaw.TooCommon)]
    [InlineData("Sommer2026Sommer", PasswordFlaw.TooCommon)]
    [InlineData("hallohallohallo", PasswordFlaw.TooCommon)]
    [InlineData("qwertzuiop2026", PasswordFlaw.TooCommon)]
    [InlineData("1q2w3e4r5t6z7u", PasswordFlaw.TooCommon)]
    [InlineData("mnbvcxyasdfgh", PasswordFlaw.TooCommon)]
    [InlineData("Nordplan-Lorenz-26", PasswordFlaw.TooCommon)]
    [InlineData("SmartTracker 4711", PasswordFlaw.TooCommon)]
    [InlineData("correct horse battery staple", PasswordFlaw.TooCommon)]
    [InlineData("839201746352", PasswordFlaw.None)]
    [InlineData("der Hund kaut auf Kabeln", PasswordFlaw.None)]
    [InlineData("k3x8q-mw2vr-t7hzn", PasswordFlaw.None)]
    [InlineData("123 456 789 012", PasswordFlaw.TooCommon)]
    [InlineData("aaaaaaaaaaaaaaaa", PasswordFlaw.TooCommon)]
    public void A_password_is_judged_by_length_and_by_how_soon_it_is_guessed(string? password, PasswordFlaw flaw) =>
        Assert.Equal(flaw, PasswordPolicy.Check(password, "katrin.lorenz", "katrin@nordplan.example", "nordplan", "Nordplan Architekten"));

    [Fact]
    public void Nothing_is_asked_of_a_password_but_its_length() => Gen.Char['a', 'z'].Array[PasswordPolicy.MinimumLength, 40]
        .Select(letters => new string(letters) + " zr")
        .Sample(password => PasswordPolicy.Check(password, "u", null) == PasswordFlaw.None);

    /// <summary>Whatever somebody puts together from frequent words and a year is guessed by a program that does the same.</summary>
    [Fact]
    public void No_pair_of_frequent_words_with_a_year_passes() => One("sommer", "Winter", "passwort", "ADMIN", "hallo", "p@ssw0rd", "Dragon", "Bayern")
        .Select(One("montag", "Berlin", "geheim", "plotter", "welcome", "Schatz"), Gen.Int[1950, 2030], One("", "!", "-", " "))
        .Where(parts => $"{parts.Item1}{parts.Item4}{parts.Item2}{parts.Item3}".Length >= PasswordPolicy.MinimumLength)
        .Sample(parts => PasswordPolicy.Check($"{parts.Item1}{parts.Item4}{parts.Item2}{parts.Item3}", "u", null) == PasswordFlaw.TooCommon);

    [Fact]
    public void A_password_longer_than_a_page_is_refused() =>
        Assert.Equal(PasswordFlaw.TooLong, PasswordPolicy.Check(string.Concat(Enumerable.Repeat("ab", 129)), "u", null));

    private static Gen<string> One(params string[] of) => Gen.Int[0, of.Length - 1].Select(index => of[index]);
}
