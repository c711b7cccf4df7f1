using System.Net;
using CsCheck;
using SmartTracker.Protocols.Mdns.Browsing;
using SmartTracker.Protocols.Mdns.Dns;

namespace SmartTracker.Protocols.Mdns.Tests;

/// <summary>From records in any order to services.</summary>
public sealed class CatalogTests
{
    private static readonly IPAddress Sender = IPAddress.Parse("192.0.2.7");

    [Fact]
    public void Pieces_in_any_order_come_to_the_same_service_once() => Gen.Shuffle(Make.Plotter().ToArray()).Sample(records =>
    {
        // Answers always begin with an instance: nobody else is asked about.
        var catalog = new ServiceCatalog([Make.Ipp], MdnsLimits.Default);
        catalog.Add(Make.Answer(Make.Plotter().Take(1)), Sender);
        var found = new List<FoundService>();
        foreach (var record in records)
        {
            catalog.Add(Make.Answer([record]), Sender);
            found.AddRange(catalog.TakeComplete());
        }

        var service = Assert.Single(found);
        Assert.Equal(("Plotter 2. OG", "_ipp._tcp", "plotter2.local", 631), (service.Name, service.Type, service.Host, service.Port));
        Assert.Equal(("Simulated Plotter", "", 4), (service.Text["TY"], service.Text["flag"], service.Text.Count));
        Assert.Contains(Sender, service.Addresses.Concat([service.AnsweredBy]));
        Assert.Empty(catalog.TakeRest());
    });

    [Fact]
    public void An_answer_of_avahi_gives_its_services_without_the_one_that_only_keeps_the_name()
    {
        var catalog = new ServiceCatalog([.. MdnsOptions.Printers.Select(type => DnsName.Parse(type + ".local"))], MdnsLimits.Default);
        catalog.Add(DnsDecoder.Decode(Make.Avahi).Message!, Sender);
        Assert.Equal(["_ipps._tcp"], catalog.TakeComplete().Select(service => service.Type));
        // Of the other one it left out what it says about itself.
        Assert.Equal([DnsType.Service, DnsType.Text], catalog.TakeQuestions().Select(question => question.Type));
        Assert.Equal([2, 2, 0, 0], Enumerable.Range(0, 4).Select(_ => catalog.TakeQuestions().Count));
        Assert.Equal(["_ipp._tcp"], catalog.TakeRest().Select(service => service.Type));
    }

    [Fact]
    public void What_is_missing_is_asked_for()
    {
        var catalog = new ServiceCatalog([Make.Ipp], MdnsLimits.Default);
        var records = Make.Plotter();
        catalog.Add(Make.Answer([records[0]]), Sender);
        Assert.Equal([DnsType.Service, DnsType.Text], catalog.TakeQuestions().Select(question => question.Type));
        catalog.Add(Make.Answer([records[1], records[2]]), Sender);
        Assert.Equal([DnsType.Address, DnsType.Address6], catalog.TakeQuestions().Select(question => question.Type));
        Assert.Empty(catalog.TakeComplete());
        Assert.Empty(Assert.Single(catalog.TakeRest()).Addresses);
    }

    [Fact]
    public void Who_says_good_bye_is_forgotten_and_questions_teach_nothing()
    {
        var catalog = new ServiceCatalog([Make.Ipp], MdnsLimits.Default);
        catalog.Add(Make.Answer([.. Make.Plotter(), .. Make.Plotter().OfType<DnsPointer>().Select(pointer => pointer with { TimeToLive = 0 })]), Sender);
        catalog.Add(Make.Answer(Make.Plotter()) with { IsResponse = false }, Sender);
        Assert.Empty(catalog.TakeRest());
    }

    [Fact]
    public void A_flood_of_services_and_addresses_ends_at_the_limits()
    {
        var catalog = new ServiceCatalog([Make.Ipp], new MdnsLimits { Services = 10, Addresses = 3 });
        for (var i = 0; i < 100; i++)
            catalog.Add(Make.Answer([.. Make.Plotter($"Plotter {i}"), new DnsAddress(DnsName.Parse("plotter2.local"), 9, new IPAddress([192, 0, 2, (byte)i]))]), Sender);
        var found = catalog.TakeComplete();
        Assert.Equal(10, found.Count);
        Assert.All(found, service => Assert.Equal(3, service.Addresses.Count));
    }
}
