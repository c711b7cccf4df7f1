namespace SmartTracker.Theme.Admin.Tests;

public sealed class InitialsTests
{
    [Theory]
    [InlineData("Katrin Lorenz", "KL")]
    [InlineData("k.lorenz@nordplan.example", "KL")]
    [InlineData("Anna Maria van der Berg", "AB")]
    [InlineData("operator", "O")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Initials_are_the_first_letters_of_the_first_and_last_word(string? name, string expected) =>
        Assert.Equal(expected, Initials.Of(name));

    [Fact]
    public void A_letter_with_a_combining_accent_stays_whole() =>
        Assert.Equal("E\u0301K", Initials.Of("e\u0301va Kova\u0301cs"));
}
