using SmartTracker.Abstractions.Data;

namespace SmartTracker.Billing.Abstractions;

/// <summary>Identifies an invoice, over all tenants: the issuer's invoice and the customer's copy share it.</summary>
public readonly record struct InvoiceId(Guid Value) : IEntityId<InvoiceId>
{
    public static InvoiceId New() => new(Guid.CreateVersion7());

    public static InvoiceId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
