using System.Text;
using SmartTracker.Protocols.Piws.Http;
using SmartTracker.Protocols.Piws.Identity;
using SmartTracker.Protocols.Piws.Jobs;

namespace SmartTracker.Protocols.Piws.Tests;

public sealed class IdentityTests
{
    public static TheoryData<string> Shapes =>
    [
        """<p:Identification xmlns="u" xmlns:p="u"><ModelName>DesignJet X</ModelName><SerialNumber>SG1</SerialNumber><PrinterWidth><Value>24.000000</Value><Unit>in</Unit></PrinterWidth><FwReleaseName>F1</FwReleaseName></p:Identification>""",
        """<Identification><Fields><ModelName>DesignJet X</ModelName><SerialNumber>SG1</SerialNumber><PrinterWidth><Value>24.000000</Value><Unit>in</Unit></PrinterWidth><FwReleaseName>F1</FwReleaseName></Fields></Identification>""",
        """{"ModelName":"DesignJet X","SerialNumber":"SG1","PrinterWidth":{"Value":"24.000000","Unit":"in"},"FwReleaseName":"F1"}""",
        """{"Identification":{"Fields":{"ModelName":"DesignJet X","SerialNumber":"SG1","PrinterWidth":{"Value":"24.000000","Unit":"in"},"FwReleaseName":"F1"}}}""",
    ];

    [Theory, MemberData(nameof(Shapes))]
    public void Cut_anywhere_it_names_nobody(string document)
    {
        var bytes = Encoding.UTF8.GetBytes(document);
        for (var length = 0; length < bytes.Length; length++)
            Assert.Null(PiwsIdentificationParser.Parse(bytes.AsMemory(0, length)));
    }

    [Theory, MemberData(nameof(Shapes))]
    public void A_printer_says_who_it_is_in_any_of_its_shapes(string document)
    {
        var identification = PiwsIdentificationParser.Parse(Encoding.UTF8.GetBytes(document));
        Assert.Equal(
            new PiwsIdentification { ModelName = "DesignJet X", SerialNumber = "SG1", PrinterWidth = new PiwsQuantity("24.000000", 24m, "in"), FwReleaseName = "F1" },
            identification);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>Sign in</body></html>")]
    [InlineData("[1,2]")]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"a":""")]
    public void Something_else_is_no_identity(string document) => Assert.Null(PiwsIdentificationParser.Parse(Encoding.UTF8.GetBytes(document)));

    [Fact]
    public void One_queue_comes_as_an_object() =>
        Assert.Equal([new PiwsQueue("5805be78-cd86", "PRINT", "Print")], Queues("""{"JobQueueCollection":{"Queue":{"Name":"PRINT","Type":"Print","URI":"/LFPWebServices/PI/JQ/JobQueue/5805be78-cd86"}}}"""));

    [Fact]
    public void Several_queues_come_as_an_array_and_the_one_that_prints_is_chosen()
    {
        var queues = Queues("""{"JobQueueCollection":{"Queue":[{"Name":"SCAN","Type":"Scan","URI":"/x/a1"},{"Name":"PRINT","Type":"Print","URI":"/x/b2/"}]}}""");
        Assert.Equal("b2", PiwsQueues.Printing(queues!)!.Id);
    }

    [Theory]
    [InlineData("/x/../../../etc/passwd?")]
    [InlineData("/x/a b")]
    [InlineData("/x/%2e%2e")]
    [InlineData("")]
    public void A_queue_whose_id_could_leave_its_path_is_left_out(string uri) =>
        Assert.Empty(Queues("""{"JobQueueCollection":{"Queue":{"Type":"Print","URI":"*"}}}""".Replace("*", uri, StringComparison.Ordinal))!);

    [Fact]
    public void A_path_is_made_only_of_a_queue_id() => Assert.Throws<ArgumentException>(() => PiwsClient.JobsPath("../x", 0));

    [Theory]
    [InlineData("{}")]
    [InlineData("<html></html>")]
    public void Something_else_is_no_queue_collection(string document) => Assert.Null(Queues(document));

    private static IReadOnlyList<PiwsQueue>? Queues(string document) => PiwsQueues.Parse(Encoding.UTF8.GetBytes(document));
}
