namespace SmartTracker.Billing.Abstractions;

/// <summary>Who issues, as it stood on the day of issue. Absent details are empty texts.</summary>
/// <param name="Address">Lines separated by a line feed.</param>
/// <param name="TaxNumber">The number of the tax office, where there is no VAT id or beside it.</param>
public sealed record Issuer(
    string Name,
    string Address,
    string VatId,
    string TaxNumber,
    string Email,
    string BankName,
    string Iban,
    string Bic);

/// <summary>Who is charged, as it stood on the day of issue. Absent details are empty texts.</summary>
/// <param name="Address">Lines separated by a line feed.</param>
public sealed record Recipient(string Name, string Address, string VatId);
