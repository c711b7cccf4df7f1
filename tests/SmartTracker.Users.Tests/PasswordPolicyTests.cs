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
    [InlineData("katrin.lorenz", PasswordFlaw.IsUserName)]
    [InlineData("Katrin.Lorenz ", PasswordFlaw.IsUserName)]
    [InlineData("katrin@nordplan.example", PasswordFlaw.IsUserName)]
    [InlineData("Passwort1234", PasswordFlaw.TooCommon)]
    [InlineData("password1234!!", PasswordFlaw.TooCommon)]
    [InlineData("123 456 789 012", PasswordFlaw.TooCommon)]
    [InlineData("aaaaaaaaaaaaaaaa", PasswordFlaw.TooCommon)]
    public void A_password_is_judged_by_length_and_by_how_soon_it_is_guessed(string? password, PasswordFlaw flaw) =>
        Assert.Equal(flaw, PasswordPolicy.Check(password, "katrin.lorenz", "katrin@nordplan.example"));

    [Fact]
    public void Nothing_is_asked_of_a_password_but_its_length() => Gen.Char['a', 'z'].Array[PasswordPolicy.MinimumLength, 40]
        .Select(letters => new string(letters) + " zr")
        .Sample(password => PasswordPolicy.Check(password, "u", null) == PasswordFlaw.None);

    [Fact]
    public void A_password_longer_than_a_page_is_refused() =>
        Assert.Equal(PasswordFlaw.TooLong, PasswordPolicy.Check(string.Concat(Enumerable.Repeat("ab", 129)), "u", null));
}
