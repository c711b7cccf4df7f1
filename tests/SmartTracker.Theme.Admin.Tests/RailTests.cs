using SmartTracker.Abstractions.Navigation;

namespace SmartTracker.Theme.Admin.Tests;

public sealed class RailTests
{
    [Fact]
    public void A_group_stands_once_even_where_modules_interleave()
    {
        var groups = Rail.Group([Entry("Fleet", "Printers", 100), Entry("Jobs", "Print jobs", 200), Entry("Fleet", "Supplies", 210)]);

        Assert.Equal(["Fleet: Printers, Supplies", "Jobs: Print jobs"], groups.Select(Read));
    }

    [Fact]
    public void Entries_without_a_group_stay_before_and_after_the_groups()
    {
        var groups = Rail.Group([Entry("", "Overview", 0), Entry("Fleet", "Printers", 100), Entry("", "Users", 900), Entry("", "Settings", 910)]);

        Assert.Equal([": Overview", "Fleet: Printers", ": Users, Settings"], groups.Select(Read));
    }

    [Fact]
    public void A_shortcut_leads_to_the_first_entry_of_its_part_that_the_user_may_open()
    {
        var shortcuts = Shortcut.For([Entry("Fleet", "Supplies", 110), Entry("Fleet", "Readiness", 120), Entry("Billing", "Invoices", 500)]);

        Assert.Equal(["p Supplies", "b Invoices"], shortcuts.Select(shortcut => $"{shortcut.Key} {shortcut.Item.Text}"));
    }

    private static string Read(RailGroup group) => group.Heading + ": " + string.Join(", ", group.Items.Select(item => item.Text));

    private static NavigationItem Entry(string group, string text, int order) => new(NavigationPlace.Admin, group, text, "~/admin", "Any", order);
}
