using System.Text.Json.Nodes;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Shell.Recipes;

namespace SmartTracker.Shell.Tests;

public sealed class RecipeExpressionsTests
{
    private static readonly Dictionary<string, string> Parameters = new() { ["adminPassword"] = "correct horse" };

    [Theory]
    [InlineData("[js: parameters('adminPassword')]", "correct horse")]
    [InlineData("[js:variables('city')]", "Hamburg")]
    [InlineData("[js: configuration('mail')]", "post@example.org")]
    [InlineData("just text with [js] in it", "just text with [js] in it")]
    public void An_expression_takes_its_value(string text, string expected) => Assert.Equal(expected, Expand(text));

    [Theory]
    [InlineData("[js: 1 + 1]", "[js: 1 + 1]")]
    [InlineData("[js: parameters('other')]", "other")]
    [InlineData("[js: variables('other')]", "other")]
    [InlineData("[js: configuration('other')]", "other")]
    [InlineData("[js: eval('x')]", "eval")]
    public void Anything_else_is_refused_naming_step_and_expression(string text, string named)
    {
        var exception = Assert.Throws<RecipeException>(() => Expand(text));
        Assert.Contains("'Users'", exception.Message, StringComparison.Ordinal);
        Assert.Contains(named, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_variable_keeps_one_value_and_a_uuid_is_new_each_time()
    {
        var expressions = Expressions(_ => null);
        var step = expressions.Expand(JsonNode.Parse("""{"name":"x","a":"[js: variables('id')]","b":["[js: variables('id')]"],"c":"[js: uuid()]"}""")!.AsObject());
        Assert.Equal(step["a"]!.ToString(), step["b"]![0]!.ToString());
        Assert.NotEqual(step["a"]!.ToString(), step["c"]!.ToString());
    }

    [Fact]
    public void Configuration_is_the_hosts_alone()
    {
        var expressions = Expressions(configuration: null);
        Assert.Throws<RecipeException>(() => expressions.Expand(JsonNode.Parse("""{"name":"x","a":"[js: configuration('mail')]"}""")!.AsObject()));
    }

    private static string Expand(string text) =>
        Expressions(key => key == "mail" ? "post@example.org" : null).Expand(new JsonObject { ["name"] = "Users", ["value"] = text })["value"]!.ToString();

    private static RecipeExpressions Expressions(Func<string, string?>? configuration) =>
        new(JsonNode.Parse("""{"city":"Hamburg","id":"[js: uuid()]"}""")!.AsObject(), Parameters, configuration);
}
