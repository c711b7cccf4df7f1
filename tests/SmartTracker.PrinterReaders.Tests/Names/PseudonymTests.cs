using CsCheck;
using SmartTracker.PrinterReaders.Names;

namespace SmartTracker.PrinterReaders.Tests.Names;

public sealed class PseudonymTests
{
    private static readonly Gen<string> Names = Gen.String[Gen.Char, 1, 40].Where(name => !string.IsNullOrWhiteSpace(name));

    [Fact]
    public void It_is_one_text_for_one_key_kind_and_name()
    {
        // Stands in databases for years: it may not change.
        Assert.Equal("P-H9VP2-D1TR1-3EJC3-2MM63", Pseudonym.Of(Withheld.Key, NameKind.User, "m.öhlmann"));
        Assert.Equal("P-FJE19-M1TWW-7AXR0-BSC4F", Pseudonym.Of(Withheld.Key, NameKind.Job, "m.öhlmann"));
    }

    [Theory]
    [InlineData(" M.Öhlmann ")]
    [InlineData("m.o\u0308hlmann")]
    [InlineData("M.O\u0308HLMANN\0")]
    [InlineData("m．öhlmann")]
    public void Spellings_of_one_name_have_one_pseudonym(string spelling) =>
        Assert.Equal(Pseudonym.Of(Withheld.Key, NameKind.User, "m.öhlmann"), Pseudonym.Of(Withheld.Key, NameKind.User, spelling));

    [Fact]
    public void Other_names_kinds_and_keys_have_others() => Gen.Select(Names, Names).Sample((one, other) =>
    {
        var otherKey = Withheld.Key.Reverse().ToArray();
        var own = Pseudonym.Of(Withheld.Key, NameKind.User, one);
        Assert.Equal(own, Pseudonym.Of(Withheld.Key, NameKind.User, one));
        Assert.NotEqual(own, Pseudonym.Of(Withheld.Key, NameKind.Job, one));
        Assert.NotEqual(own, Pseudonym.Of(otherKey, NameKind.User, one));
        Assert.Equal(NameSpelling.Plain(one) == NameSpelling.Plain(other), own == Pseudonym.Of(Withheld.Key, NameKind.User, other));
        Assert.Matches("^P-[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}$", own);
        Assert.True(Pseudonym.Is(own));
    });

    [Fact]
    public void A_name_is_never_taken_for_a_pseudonym_and_one_that_was_mistyped_neither()
    {
        Names.Sample(name => Assert.False(WithheldName.Is(name)));
        var own = Pseudonym.Of(Withheld.Key, NameKind.User, "Anna");
        Gen.Select(Gen.Int[2, own.Length - 1], Gen.Char['0', 'Z']).Where(typed => own[typed.Item1] != typed.Item2 && own[typed.Item1] != '-')
            .Sample((at, digit) => Assert.False(Pseudonym.Is(own[..at] + digit + own[(at + 1)..])), iter: 500);
    }

    [Fact]
    public void What_is_withheld_stays_as_it_is_and_a_pseudonym_is_dropped_where_names_are()
    {
        var earlier = Pseudonym.Of([.. Withheld.Key.Reverse()], NameKind.User, "Anna");
        Assert.Equal(earlier, Withheld.Of(NameHandling.Pseudonymise, NameHandling.Collect).OfUser(earlier));
        Assert.Equal(WithheldName.Dropped, Withheld.Of(NameHandling.Pseudonymise, NameHandling.Collect).OfUser(WithheldName.Dropped));
        Assert.Equal(WithheldName.Dropped, Withheld.Of(NameHandling.Drop, NameHandling.Collect).OfUser(earlier));
        Assert.Equal("Anna", Withheld.Of(NameHandling.Drop, NameHandling.Collect).OfJob("Anna"));
        Assert.Null(Withheld.Of(NameHandling.Drop, NameHandling.Drop).OfUser(null));
        Assert.Equal("", Withheld.Of(NameHandling.Pseudonymise, NameHandling.Drop).OfUser(""));
    }

    [Fact]
    public void Without_a_key_nothing_is_pseudonymised() =>
        Assert.Throws<ArgumentException>(() => new NamePrivacy(NameHandling.Pseudonymise, NameHandling.Collect, null));
}
