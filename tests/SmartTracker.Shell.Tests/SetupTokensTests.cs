using Microsoft.Extensions.Time.Testing;
using SmartTracker.Shell.Setup;

namespace SmartTracker.Shell.Tests;

public sealed class SetupTokensTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Each_tenant_has_a_long_token_of_its_own_that_ends_with_its_setup()
    {
        var tokens = new SetupTokens(_time);
        var token = tokens.Of("Default");
        Assert.Equal(token, tokens.Of("default"));
        Assert.True(token.Length >= 43);
        Assert.Equal(TokenCheck.Right, tokens.Check("Default", token, "10.0.0.1"));
        Assert.Equal(TokenCheck.Wrong, tokens.Check("nordplan", token, "10.0.0.1"));
        Assert.NotEqual(token, new SetupTokens(_time).Of("Default"));

        tokens.Forget("Default");
        Assert.Equal(TokenCheck.Wrong, tokens.Check("Default", token, "10.0.0.1"));
    }

    [Fact]
    public void Ten_wrong_tokens_earn_a_visitor_a_pause_in_which_even_the_right_one_is_refused()
    {
        var tokens = new SetupTokens(_time);
        for (var i = 0; i < 10; i++)
            Assert.Equal(TokenCheck.Wrong, tokens.Check("Default", "guess" + i, "10.0.0.1"));
        Assert.Equal(TokenCheck.TooManyTries, tokens.Check("Default", tokens.Of("Default"), "10.0.0.1"));

        _time.Advance(SetupTokens.Pause);
        Assert.Equal(TokenCheck.Right, tokens.Check("Default", tokens.Of("Default"), "10.0.0.1"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Who_brings_no_token_has_not_tried(string? nothing)
    {
        var tokens = new SetupTokens(_time);
        for (var i = 0; i < 20; i++)
            Assert.Equal(TokenCheck.Missing, tokens.Check("Default", nothing, "10.0.0.1"));
        Assert.Equal(TokenCheck.Right, tokens.Check("Default", tokens.Of("Default"), "10.0.0.1"));
    }
}
