using Microsoft.AspNetCore.Http;
using SmartTracker.Abstractions.Navigation;

namespace SmartTracker.Abstractions.Tests;

public sealed class CurrentNavigationTests
{
    private static readonly NavigationItem[] Menu =
    [
        Entry("Start", "~/"), Entry("Overview", "~/admin"), Entry("Printers", "~/admin/printers"),
        Entry("Jobs", "~/admin/print-jobs"), Entry("Unassigned", "~/admin/print-jobs?view=unassigned"), Entry("Import", "~/admin/print-jobs/import"),
    ];

    [Theory]
    [InlineData("/", "", "Start")]
    [InlineData("", "", "Start")]
    [InlineData("/admin", "", "Overview")]
    [InlineData("/admin/", "", "Overview")]
    [InlineData("/admin/printers/0198/readiness", "", "Printers")]
    [InlineData("/admin/print-jobs", "", "Jobs")]
    [InlineData("/admin/print-jobs", "?view=all", "Jobs")]
    [InlineData("/admin/print-jobs", "?page=2&view=unassigned", "Unassigned")]
    [InlineData("/admin/print-jobs/import", "", "Import")]
    public void A_request_belongs_to_the_closest_entry_above_it(string path, string query, string expected) =>
        Assert.Equal(expected, Menu.FindCurrent(Request(path, query))?.Text);

    [Theory]
    [InlineData("/admin/printers-old")]
    [InlineData("/admin/settings")]
    [InlineData("/bills")]
    public void A_request_without_an_entry_belongs_to_none(string path) =>
        Assert.Null(Menu.FindCurrent(Request(path, "")));

    [Fact]
    public void An_entry_is_the_page_only_at_its_own_path()
    {
        var printers = Menu.Single(item => item.Text == "Printers");
        Assert.True(printers.IsPage(Request("/admin/printers", "")));
        Assert.False(printers.IsPage(Request("/admin/printers/0198", "")));
    }

    private static NavigationItem Entry(string text, string path) => new(NavigationPlace.Admin, "", text, path, "Any", 0);

    private static HttpRequest Request(string path, string query)
    {
        var request = new DefaultHttpContext().Request;
        request.Path = path;
        request.QueryString = new QueryString(query);
        return request;
    }
}
