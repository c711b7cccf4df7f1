using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Domain;

namespace SmartTracker.Billing.Data;

/// <summary>The one issuer of this tenant, as stored.</summary>
public sealed class IssuerSettings
{
    /// <summary>There is one row.</summary>
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public required string Name { get; set; }

    public required string Address { get; set; }

    public required string VatId { get; set; }

    public required string TaxNumber { get; set; }

    public required string Email { get; set; }

    public required string BankName { get; set; }

    public required string Iban { get; set; }

    public required string Bic { get; set; }

    public required int VatBasisPoints { get; set; }

    public required int DueDays { get; set; }

    public required string NumberSeries { get; set; }

    public required string CreditNoteSeries { get; set; }

    public IssuerTerms ToTerms() => new(
        new Issuer(Name, Address, VatId, TaxNumber, Email, BankName, Iban, Bic), new VatRate(VatBasisPoints), DueDays, new NumberSeries(NumberSeries), new NumberSeries(CreditNoteSeries));

    public static IssuerSettings From(IssuerTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var issuer = terms.Issuer;
        return new IssuerSettings
        {
            Name = issuer.Name,
            Address = issuer.Address,
            VatId = issuer.VatId,
            TaxNumber = issuer.TaxNumber,
            Email = issuer.Email,
            BankName = issuer.BankName,
            Iban = issuer.Iban,
            Bic = issuer.Bic,
            VatBasisPoints = terms.VatRate.BasisPoints,
            DueDays = terms.DueDays,
            NumberSeries = terms.Series.Pattern,
            CreditNoteSeries = terms.CreditNoteSeries.Pattern,
        };
    }
}
