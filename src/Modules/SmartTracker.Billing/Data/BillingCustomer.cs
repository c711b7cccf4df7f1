using NodaTime;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Domain;
using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Billing.Data;

/// <summary>A customer's terms as stored.</summary>
public sealed class BillingCustomer
{
    public required string Tenant { get; init; }

    public required string LegalName { get; set; }

    public required string Address { get; set; }

    public required string VatId { get; set; }

    public required string Language { get; set; }

    public required int? VatBasisPoints { get; set; }

    public required int? DueDays { get; set; }

    public List<CustomerRateCard> RateCards { get; init; } = [];

    public Customer ToCustomer() => new(
        Tenant,
        new Recipient(LegalName, Address, VatId),
        Language,
        VatBasisPoints is { } rate ? new VatRate(rate) : null,
        DueDays,
        [.. RateCards.OrderBy(card => card.ValidFrom).Select(card => card.ToRateCard())]);

    public static BillingCustomer From(Customer customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        return new BillingCustomer
        {
            Tenant = customer.Tenant,
            LegalName = customer.Recipient.Name,
            Address = customer.Recipient.Address,
            VatId = customer.Recipient.VatId,
            Language = customer.Language,
            VatBasisPoints = customer.VatRate?.BasisPoints,
            DueDays = customer.DueDays,
            RateCards = [.. customer.RateCards.Select(card => CustomerRateCard.From(customer.Tenant, card))],
        };
    }
}

/// <summary>What a customer pays from a day on, as stored.</summary>
public sealed class CustomerRateCard
{
    public required string Tenant { get; init; }

    public required LocalDate ValidFrom { get; init; }

    public required string Name { get; set; }

    /// <summary>Currency and rates as JSON (<see cref="PricingJson"/>).</summary>
    public required string Prices { get; set; }

    public RateCard ToRateCard() => new(Name, ValidFrom, PricingJson.ReadPriceList(Prices));

    public static CustomerRateCard From(string tenant, RateCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return new CustomerRateCard { Tenant = tenant, ValidFrom = card.ValidFrom, Name = card.Name, Prices = PricingJson.Write(card.Prices) };
    }
}
