using CsCheck;
using SmartTracker.Abstractions.Presentation;

namespace SmartTracker.Abstractions.Tests;

public class VisibleTextTests
{
    [Theory]
    [InlineData("Grundriss EG – Übersicht.pdf", "Grundriss EG – Übersicht.pdf")]
    [InlineData("<script>", "<script>")]
    [InlineData("plan\u202Efdp.exe", "plan[U+202E]fdp.exe")]
    [InlineData("\u2066a\u2069", "[U+2066]a[U+2069]")]
    [InlineData("a\u200Bb\uFEFF", "a[U+200B]b[U+FEFF]")]
    [InlineData("\0\u0007\u001B[31m\u007F\u0085", "[U+0000][U+0007][U+001B][31m[U+007F][U+0085]")]
    [InlineData("a\u2028b", "a[U+2028]b")]
    [InlineData("tag\U000E0041", "tag[U+E0041]")]
    [InlineData("👩\u200D🔧 a\tb", "👩\u200D🔧 a\tb")]
    [InlineData("", "")]
    public void What_does_not_show_is_written_as_its_code(string text, string shown) => Assert.Equal(shown, VisibleText.Of(text));

    // Not an attribute's argument: the compiler stores those as UTF-8, which has no half of a pair.
    [Fact]
    public void Half_a_character_is_written_as_its_code() => Assert.Equal("half [U+D83D]", VisibleText.Of("half \uD83D"));

    [Fact]
    public void Nothing_hidden_is_left_and_the_rest_stays() =>
        Gen.String[Gen.Char, 0, 40].Sample(text =>
        {
            var shown = VisibleText.Of(text);
            return VisibleText.IndexOfHidden(shown) < 0 && (VisibleText.IndexOfHidden(text) >= 0 || shown == text);
        });
}
