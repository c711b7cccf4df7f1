using System.Text;
using CsCheck;
using SmartTracker.Protocols.Ledm.Documents;

namespace SmartTracker.Protocols.Ledm.Tests;

/// <summary>Documents of our own, with the element names that others read on a Latex 570.</summary>
public sealed class DocumentTests
{
    private const string Consumables = """
        <ccdyn:ConsumableConfigDyn xmlns:ccdyn="http://www.hp.com/schemas/imaging/con/ledm/consumableconfigdyn/2007/11/19" xmlns:dd="http://www.hp.com/schemas/imaging/con/dictionaries/1.0/">
          <dd:Version><dd:Revision>SVN-1</dd:Revision></dd:Version>
          <ccdyn:ConsumableInfo>
            <dd:ConsumableTypeEnum>ink</dd:ConsumableTypeEnum><dd:ConsumableStation>0</dd:ConsumableStation><dd:ConsumableLabelCode>LC</dd:ConsumableLabelCode>
            <dd:ConsumablePercentageLevelRemaining>64</dd:ConsumablePercentageLevelRemaining>
            <dd:Capacity><dd:MaxCapacity>775</dd:MaxCapacity><dd:Unit>milliliters</dd:Unit></dd:Capacity>
            <ccdyn:PreviousCartridgeData><dd:SerialNumber>old</dd:SerialNumber><dd:Installation><dd:Date>2020-01-01</dd:Date></dd:Installation></ccdyn:PreviousCartridgeData>
            <dd:SerialNumber>new</dd:SerialNumber><dd:Installation><dd:Date>2026-09-01</dd:Date></dd:Installation>
            <dd:ConsumableLifeState><dd:ConsumableState>ok</dd:ConsumableState></dd:ConsumableLifeState>
          </ccdyn:ConsumableInfo>
          <ccdyn:ConsumableInfo><dd:ConsumableTypeEnum>printhead</dd:ConsumableTypeEnum><dd:ConsumableLabelCode>MY</dd:ConsumableLabelCode></ccdyn:ConsumableInfo>
        </ccdyn:ConsumableConfigDyn>
        """;

    private const string Product = """
        <p:ProductConfigDyn xmlns:p="a" xmlns:dd="b"><dd:Version><dd:Revision>SVN-9</dd:Revision></dd:Version>
        <p:ProductInformation><dd:MakeAndModel>HP Latex 570</dd:MakeAndModel><dd:ProductNumber>N2G70A</dd:ProductNumber><dd:SerialNumber>CN1</dd:SerialNumber>
        <dd:TimeStamp>2026-11-20T12:00:00</dd:TimeStamp><dd:Version><dd:Revision>NEXUS_05</dd:Revision></dd:Version></p:ProductInformation></p:ProductConfigDyn>
        """;

    [Fact]
    public void A_consumable_is_not_the_one_that_was_there_before()
    {
        var reading = LedmConsumable.Parse(Bytes(Consumables));
        Assert.True(reading.IsComplete);
        Assert.Equal(2, reading.Value!.Count);
        var ink = reading.Value[0];
        Assert.Equal(("ink", "LC", "new", new DateOnly(2026, 9, 1), "ok"), (ink.Type, ink.LabelCode, ink.SerialNumber, ink.InstalledOn, ink.State));
        Assert.Equal((new LedmQuantity("64", 64, null), new LedmQuantity("775", 775, "milliliters")), (ink.PercentageLevelRemaining, ink.MaxCapacity));
        Assert.Null(reading.Value[1].PercentageLevelRemaining);
    }

    [Fact]
    public void A_document_cut_anywhere_gives_what_arrived_whole()
    {
        var document = Bytes(Consumables.TrimEnd());
        var whole = LedmConsumable.Parse(document).Value!;
        for (var length = 0; length < document.Length; length++)
        {
            var reading = LedmConsumable.Parse(document.AsMemory(0, length));
            Assert.False(reading.IsComplete, $"Cut at {length}.");
            Assert.True(whole.Take(reading.Value?.Count ?? 0).SequenceEqual(reading.Value ?? []), $"Cut at {length}.");
        }
    }

    [Fact]
    public void A_product_cut_anywhere_has_nothing_that_is_half()
    {
        var document = Bytes(Product.TrimEnd());
        var whole = LedmProduct.Parse(document).Value!;
        for (var length = 0; length < document.Length; length++)
        {
            var product = LedmProduct.Parse(document.AsMemory(0, length)).Value ?? new LedmProduct();
            foreach (var (said, meant) in new[] { (product.SerialNumber, whole.SerialNumber), (product.MakeAndModel, whole.MakeAndModel), (product.ProductNumber, whole.ProductNumber), (product.Revision, whole.Revision), (product.TimeStamp, whole.TimeStamp) })
                Assert.True(said is null || said == meant, $"Cut at {length}: {said}");
        }
    }

    [Fact]
    public void The_firmware_is_the_product_s_revision_and_not_the_document_s()
    {
        var product = LedmProduct.Parse(Bytes(Product)).Value!;
        Assert.Equal(("HP Latex 570", "N2G70A", "CN1", "NEXUS_05"), (product.MakeAndModel, product.ProductNumber, product.SerialNumber, product.Revision));
    }

    [Fact]
    public void Counters_keep_their_unit()
    {
        var usage = LedmUsage.Parse(Bytes("""
            <ProductUsageDyn><PrinterSubunit><TotalImpressions>1234</TotalImpressions><MonochromeImpressions>34</MonochromeImpressions><ColorImpressions>1200</ColorImpressions>
            <UsageByMarkingAgent><CumulativeMarkingAgentUsed><ValueFloat>251189.12</ValueFloat><Unit>milliliters</Unit></CumulativeMarkingAgentUsed>
            <CumulativeHPMarkingAgentUsed><ValueFloat>1.5</ValueFloat><Unit>milliliters</Unit></CumulativeHPMarkingAgentUsed></UsageByMarkingAgent></PrinterSubunit>
            <ConsumableSubunit><Consumable><ConsumableTypeEnum>ink</ConsumableTypeEnum><MarkerColor>Cyan</MarkerColor>
            <CumulativeMarkingAgentUsed><ValueFloat>57371.90</ValueFloat><Unit>milliliters</Unit></CumulativeMarkingAgentUsed><CumulativeConsumableCount>88</CumulativeConsumableCount></Consumable></ConsumableSubunit></ProductUsageDyn>
            """)).Value!;
        Assert.Equal((1234, 34, 1200), (usage.TotalImpressions!.Value, usage.MonochromeImpressions!.Value, usage.ColorImpressions!.Value));
        Assert.Equal(new LedmQuantity("251189.12", 251189.12m, "milliliters"), usage.MarkingAgentUsed);
        Assert.Equal(new LedmConsumableUsage("Cyan", "ink", new LedmQuantity("57371.90", 57371.90m, "milliliters"), 88), Assert.Single(usage.Consumables));
    }

    [Fact]
    public void Events_and_jobs_are_listed()
    {
        var events = LedmEvent.Parse(Bytes("""
            <ev:EventTable xmlns:ev="a" xmlns:dd="b"><ev:Event><dd:UnqualifiedEventCategory>PowerUpEvent</dd:UnqualifiedEventCategory><dd:AgingStamp>163-1</dd:AgingStamp></ev:Event>
            <ev:Event><dd:UnqualifiedEventCategory>ScanEvent</dd:UnqualifiedEventCategory><dd:AgingStamp>164-12</dd:AgingStamp><ev:Payload><dd:ResourceURI>/x</dd:ResourceURI><dd:ResourceType>y</dd:ResourceType></ev:Payload></ev:Event></ev:EventTable>
            """)).Value!;
        Assert.Equal([new LedmEvent("PowerUpEvent", "163-1", null, null), new LedmEvent("ScanEvent", "164-12", "/x", "y")], events);
        var jobs = LedmJob.Parse(Bytes("<j:JobList xmlns:j='a'><j:Job><j:JobUrl>/Jobs/JobList/1</j:JobUrl><j:JobCategory>Scan</j:JobCategory><j:JobState>Completed</j:JobState></j:Job></j:JobList>")).Value!;
        Assert.Equal([new LedmJob("/Jobs/JobList/1", "Scan", "Completed", null)], jobs);
    }

    [Fact]
    public void A_recorded_event_table_is_read()
    {
        // Where SMARTTRACKER_FIXTURES names the folder; the recorded ones may not be copied into this project.
        if (Environment.GetEnvironmentVariable("SMARTTRACKER_FIXTURES") is not { Length: > 0 } folder)
            return;
        var events = LedmEvent.Parse(File.ReadAllBytes(Path.Combine(folder, "devices", "nodehpscanto_ledm_eventTable.xml")));
        Assert.True(events.IsComplete);
        Assert.Equal(["DeviceCapabilitiesChanged", "PowerUpEvent", "AlertTableChanged", "JobEvent", "ScanEvent"], events.Value!.Select(told => told.Category));
        Assert.Equal("hpCnxWalkupScanDestinations", events.Value![4].ResourceType);
    }

    [Theory]
    [InlineData("<html><body>Sign in</body></html>")]
    [InlineData("<!DOCTYPE x [<!ENTITY e 'y'>]><ProductConfigDyn>&e;</ProductConfigDyn>")]
    [InlineData("")]
    public void Something_else_is_no_product(string document) => Assert.True(LedmProduct.Parse(Bytes(document)) is { Value: null, Defect: not null });

    [Fact]
    public void No_damaged_byte_makes_a_parser_throw()
    {
        var document = Bytes(Consumables);
        Gen.Select(Gen.Int[0, document.Length - 1], Gen.Byte).Array[1, 20].Sample(
            damage =>
            {
                var damaged = document.ToArray();
                foreach (var (at, value) in damage)
                    damaged[at] = value;
                Assert.InRange(LedmConsumable.Parse(damaged).Value?.Count ?? 0, 0, 2);
                Assert.NotNull(LedmUsage.Parse(damaged));
            },
            iter: 1000);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
