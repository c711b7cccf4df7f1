using Microsoft.AspNetCore.Http;
using SmartTracker.Abstractions.Presentation;

namespace SmartTracker.Abstractions.Tests;

public sealed class PagerTests
{
    [Fact]
    public void Turning_the_page_keeps_the_filters()
    {
        var request = new DefaultHttpContext().Request;
        request.QueryString = new QueryString("?view=unrated&Page=3&q=Pl%C3%A4ne%20%26%20Co");

        Assert.Equal("?view=unrated&q=Pl%C3%A4ne%20%26%20Co&page=4", Pager.For(request, 3, 9).Href(4));
    }

    [Fact]
    public void A_page_without_filters_has_only_its_number() =>
        Assert.Equal("?page=2", Pager.For(new DefaultHttpContext().Request, 1, 2).Href(2));
}
