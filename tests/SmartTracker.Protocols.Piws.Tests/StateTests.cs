using System.Text;
using System.Text.Json;
using CsCheck;
using SmartTracker.Protocols.Piws.Jobs;
using SmartTracker.Protocols.Piws.State;

namespace SmartTracker.Protocols.Piws.Tests;

public sealed class StateTests
{
    private const string InkJson = """
        {"InkSystem":{"InkSlotGroupCollection":{"InkSlotGroup":[
          {"Color":"cyan","InkSlotCollection":{"InkSlot":{"Color":"cyan","SlotId":2,"SupplyType":"Supply","isPresent":true,"ext":[null,null],
            "SlotInfo":{"InkSlotCumulativeInfo":{"InkUsed":{"Unit":"cc","Value":411}},
              "InkSupplyInfo":{"BatchID":null,"Level":{"Unit":"cc","Value":225},"LevelPercentage":76.0,"Capacity":{"Unit":"cc","Value":300},"State":"Warning",
                "Status":{"StatusFlag":["LowLevel","Expired"]},"UserReportedStatus":"Expired","UserReportedSeverity":"Warning","OrderNumber":"SIM 1","PartNumber":"P1","SerialNumber":"11",
                "InstallDate":"2024-10-27T23:00:00Z","ExpirationDate":"1970-01-01T00:00:00Z"}}}}},
          {"Color":"gray","InkSlotCollection":{"InkSlot":[{"SlotId":8,"isPresent":false},{"SlotId":9,"SupplyType":"Reservoir","isPresent":true}]}}]}}}
        """;

    private const string InkXml = """
        <?xml version="1.0"?><p:InkSystem xmlns="u" xmlns:p="u"><InkSlotGroupCollection><InkSlotGroup><Color>cyan</Color><InkSlotCollection><InkSlot><SlotId>2</SlotId>
        <SlotInfo><InkSupplyInfo><Level><Unit>cc</Unit><Value>225</Value></Level></InkSupplyInfo></SlotInfo></InkSlot></InkSlotCollection></InkSlotGroup></InkSlotGroupCollection></p:InkSystem>
        """;

    private const string MediaJson = """
        {"MediaSystem":{"DrawerCollection":{"Drawer":[
          {"Id":1,"InputDeviceCollection":{"Roll":{"IdForPrinting":"ROLL","IdForUI":"Roll","LoadedMediaCollection":{"LoadedMedia":{"MediaTypeID":"2001","Width":{"Value":36.000000,"Unit":"in"},"RemainingLength":{"Value":1181.102362,"Unit":"in"}}}}}},
          {"Id":2,"InputDeviceCollection":{"Roll":{"IdForUI":"Roll","LoadedMediaCollection":null},"Sheet":{"IdForUI":"ManualSheet"}}}]}}}
        """;

    private const string MaintenanceJson = """
        {"PrinterMaintenance":{"MaintenanceCartridges":{"MaintenanceCartridge":{"Id":1,"LevelPercentage":81,"Status":{"MaintenanceCartridgeStatusFlag":"Ok"}}},
          "WasteCollectors":{"WasteCollector":{"WasteCollectorId":3,"LevelPercentage":12,"Capacity":{"Unit":"cc","Value":1000},"Status":"Ok"}},
          "PreventiveMaintenanceKits":{"PreventiveMaintenanceKit":[{"PMKId":"PMK1","Description":"| Service station |","PercentageConsumed":37.5,"Status":{"PMKStatusFlag":"Ok"}}]}}}
        """;

    [Fact]
    public void A_slot_says_what_is_in_it()
    {
        var said = PiwsStateParser.InkSystem(Bytes(InkJson))!;
        Assert.Empty(said.Problems);
        Assert.Equal(3, said.Said.Count);
        var cyan = said.Said[0];
        Assert.Equal(("cyan", "2", "Supply", true), (cyan.Color, cyan.SlotId, cyan.SupplyType, cyan.IsPresent));
        Assert.Equal((new PiwsQuantity("225", 225m, "cc"), 76.0m, new PiwsQuantity("300", 300m, "cc"), new PiwsQuantity("411", 411m, "cc")), (cyan.Level, cyan.LevelPercentage, cyan.Capacity, cyan.InkUsed));
        Assert.Equal(["LowLevel", "Expired"], cyan.StatusFlags);
        Assert.Equal(("Warning", "Expired", "Warning", "SIM 1", "P1", "11"), (cyan.State, cyan.UserReportedStatus, cyan.UserReportedSeverity, cyan.OrderNumber, cyan.PartNumber, cyan.SerialNumber));
        Assert.Equal(new DateTimeOffset(2024, 10, 27, 23, 0, 0, TimeSpan.Zero), cyan.InstallDate);
        Assert.Null(cyan.ExpirationDate);
        // The group's colour where the slot names none.
        Assert.Equal(("gray", false, null), (said.Said[1].Color, said.Said[1].IsPresent, said.Said[1].Level));
    }

    [Fact]
    public void XML_says_the_same_as_JSON() =>
        Assert.Equal(new PiwsQuantity("225", 225m, "cc"), Assert.Single(PiwsStateParser.InkSystem(Bytes(InkXml))!.Said).Level);

    [Fact]
    public void Every_roll_and_tray_is_told_loaded_or_not()
    {
        var said = PiwsStateParser.MediaSystem(Bytes(MediaJson))!.Said;
        Assert.Equal(
            [
                new PiwsMediaSource("1", "Roll", "Roll", "2001", new("36.000000", 36m, "in"), new("1181.102362", 1181.102362m, "in")),
                new PiwsMediaSource("2", "Roll", "Roll", null, null, null),
                new PiwsMediaSource("2", "Sheet", "ManualSheet", null, null, null),
            ],
            said);
    }

    [Fact]
    public void Parts_say_what_is_left_or_what_is_gone()
    {
        var said = PiwsStateParser.PrinterMaintenance(Bytes(MaintenanceJson))!.Said;
        Assert.Equal(
            [
                new PiwsMaintenancePart { Kind = PiwsMaintenanceKind.MaintenanceCartridge, Id = "1", LevelPercentage = 81, State = "Ok" },
                new PiwsMaintenancePart { Kind = PiwsMaintenanceKind.WasteCollector, Id = "3", LevelPercentage = 12, Capacity = new("1000", 1000m, "cc"), State = "Ok" },
                new PiwsMaintenancePart { Kind = PiwsMaintenanceKind.PreventiveMaintenanceKit, Id = "PMK1", Description = "Service station", UsedPercentage = 37.5m, State = "Ok" },
            ],
            said);
    }

    [Theory]
    [InlineData("""{"ActiveAlerts":{"List":{"Alert":{"FullName":"/IDS/X/VERYLOW","Name":"VERYLOW","Severity":"Warning"}}}}""")]
    [InlineData("""{"ActiveAlerts":{"Alert":[{"FullName":"/IDS/X/VERYLOW","AlertType":"VERYLOW","Severity":"Warning"}]}}""")]
    public void Alerts_come_one_or_many(string document) =>
        Assert.Equal([new PiwsAlert("/IDS/X/VERYLOW", "VERYLOW", "Warning", null)], PiwsStateParser.ActiveAlerts(Bytes(document))!.Said);

    [Fact]
    public void A_printer_without_alerts_has_an_empty_list() => Assert.Empty(PiwsStateParser.ActiveAlerts(Bytes("""{"ActiveAlerts":{"List":null}}"""))!.Said);

    [Theory]
    [InlineData("""<ProductUsageDyn><TotalImpressions PEID="1">4711</TotalImpressions></ProductUsageDyn>""")]
    [InlineData("""<d:ProductUsageDyn xmlns:d="u"><d:PrinterSubunit><d:TotalImpressions>4711</d:TotalImpressions></d:PrinterSubunit></d:ProductUsageDyn>""")]
    [InlineData("""{"ProductUsageDyn":{"PrintUsageInfo":{"TotalImpressions":4711}}}""")]
    public void The_counter_of_impressions_stands_in_one_of_three_places(string document) => Assert.Equal("4711", PiwsStateParser.TotalImpressions(Bytes(document))!.Said);

    [Theory]
    [InlineData("2026-10-05T08:04:44Z", true)]
    [InlineData("2026-10-05T10:04:44+02:00", true)]
    [InlineData("2026-10-05T08:04:44", false)]
    public void The_clock_says_whether_it_knows_its_zone(string date, bool hasZone)
    {
        const string Document = """{"Discovery":{"SystemTimeInfo":{"Date":"*","Uptime":"P0Y0M0DT2H39M31S"}}}""";
        var said = PiwsStateParser.Discovery(Bytes(Document.Replace("*", date, StringComparison.Ordinal)))!;
        Assert.Equal(new PiwsClock(new DateTimeOffset(2026, 10, 5, 8, 4, 44, TimeSpan.Zero), hasZone), said.Said);
    }

    [Fact]
    public void What_is_not_understood_is_named_with_its_place()
    {
        var said = PiwsStateParser.InkSystem(Bytes(InkJson.Replace("76.0", "\"much\"", StringComparison.Ordinal)))!;
        Assert.Null(said.Said[0].LevelPercentage);
        Assert.Equal(
            "InkSystem/InkSlotGroupCollection/InkSlotGroup[1]/InkSlotCollection/InkSlot[1]/SlotInfo/InkSupplyInfo/LevelPercentage", Assert.Single(said.Problems).Element);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>Sign in</body></html>")]
    [InlineData("[1]")]
    [InlineData("{}")]
    [InlineData("""{"InkSystem":{}}""")]
    public void Something_else_says_nothing_about_a_state(string document)
    {
        Assert.Null(PiwsStateParser.InkSystem(Bytes(document)));
        Assert.Null(PiwsStateParser.MediaSystem(Bytes(document)));
        Assert.Null(PiwsStateParser.DeviceStatus(Bytes(document)));
        Assert.Null(PiwsStateParser.ActiveAlerts(Bytes(document)));
        Assert.Null(PiwsStateParser.TotalImpressions(Bytes(document)));
    }

    [Fact]
    public void A_document_cut_or_damaged_anywhere_makes_no_parser_throw()
    {
        foreach (var document in new[] { InkJson, InkXml, MediaJson, MaintenanceJson })
        {
            var bytes = Bytes(document);
            Gen.Select(Gen.Int[0, bytes.Length], Gen.Int[0, bytes.Length - 1], Gen.Byte).Sample(
                (length, at, value) =>
                {
                    var damaged = bytes.ToArray();
                    damaged[at] = value;
                    var cut = damaged.AsMemory(0, length);
                    _ = (PiwsStateParser.InkSystem(cut), PiwsStateParser.MediaSystem(cut), PiwsStateParser.PrinterMaintenance(cut));
                },
                iter: 1000);
        }
    }

    [Theory, MemberData(nameof(Recorded))]
    public void What_a_real_printer_said_is_understood(string ink, string status, int slots, string word)
    {
        var inkSystem = PiwsStateParser.InkSystem(Bytes(ink))!;
        Assert.Empty(inkSystem.Problems);
        Assert.Equal(slots, inkSystem.Said.Count);
        Assert.All(inkSystem.Said.Where(slot => slot.IsPresent == true), slot => Assert.True(slot is { LevelPercentage: >= 0 and <= 100, Level.Unit: "cc", Capacity.Unit: "cc", InkUsed.Value: > 0, Color: not null }));
        Assert.Equal(word, PiwsStateParser.DeviceStatus(Bytes(status))!.Said.MostRelevantStatus);
    }

    /// <summary>Ours, and what a DesignJet Z9 answered where that lies at hand.</summary>
    public static TheoryData<string, string, int, string> Recorded()
    {
        var documents = new TheoryData<string, string, int, string>
        {
            {
                InkJson.Replace(""",{"SlotId":9,"SupplyType":"Reservoir","isPresent":true}""", "", StringComparison.Ordinal),
                """{"DeviceStatus":{"StatusOverview":{"MostRelevantStatus":"Ready"}}}""", 2, "Ready"
            },
        };
        if (Environment.GetEnvironmentVariable("SMARTTRACKER_FIXTURES") is { Length: > 0 } folder)
        {
            using var recorded = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "devices", "freeglaz_z9_device_status_reference.json")));
            documents.Add(recorded.RootElement.GetProperty("raw_ink_system").GetRawText(), recorded.RootElement.GetProperty("raw_device_status").GetRawText(), 10, "WithAlerts");
        }

        return documents;
    }

    private static byte[] Bytes(string document) => Encoding.UTF8.GetBytes(document);
}
