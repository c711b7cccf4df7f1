using System.Security.Cryptography;

namespace SmartTracker.Billing.Abstractions;

/// <summary>SHA-256 (lower-case hex) over all that an invoice says, whatever database it is read from.
/// The order of lines is their position, the order of jobs their id. A change of this form needs a new version word.</summary>
public static class ContentHash
{
    private const string First = "smarttracker-invoice-1";

    // Has the fields for credit notes, deltas and open questions. A document that uses none of them keeps the first form, so that hashes stored before stay right.
    private const string Second = "smarttracker-invoice-2";

    public static string Of(InvoiceContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var second = NeedsSecondForm(content);
        var bytes = new CanonicalBytes(hash).Add(second ? Second : First);
        AddHead(bytes, content);
        if (second)
            AddSecondHead(bytes, content);

        bytes.Add(content.Lines.Count);
        foreach (var line in content.Lines.OrderBy(line => line.Position))
            AddLine(bytes, line, second);

        bytes.Add(content.Jobs.Count);
        foreach (var job in content.Jobs.OrderBy(job => job.PrintJobId.Value))
            AddJob(bytes, job, second);

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>SHA-256 (lower-case hex) of a stored file.</summary>
    public static string OfFile(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static void AddHead(CanonicalBytes bytes, InvoiceContent content)
    {
        bytes.Add(content.Id.Value).Add(content.Number).Add(content.Series).Add(content.SeriesYear).Add(content.Sequence)
            .Add(content.CustomerTenant).Add(content.PeriodStart).Add(content.TimeZone).Add(content.IssuedOn).Add(content.DueOn)
            .Add(content.Language).Add(content.Currency)
            .Add(content.NetMicros).Add(content.TaxMicros).Add(content.GrossMicros);
        var issuer = content.Issuer;
        bytes.Add(issuer.Name).Add(issuer.Address).Add(issuer.VatId).Add(issuer.TaxNumber).Add(issuer.Email)
            .Add(issuer.BankName).Add(issuer.Iban).Add(issuer.Bic);
        var recipient = content.Recipient;
        bytes.Add(recipient.Name).Add(recipient.Address).Add(recipient.VatId);
    }

    private static bool NeedsSecondForm(InvoiceContent content) =>
        content.Kind != DocumentKind.Invoice
        || content is not { CancelsId: null, CancelsNumber: null, CancelsIssuedOn: null, CancelReason: null }
        || content is not { OpenQuestions: null, ClosedAnywayBecause: null, ClosedAnywayBy: null, ClosedAnywayAt: null }
        || content.Lines.Any(line => line is not { Kind: LineKind.Jobs, OriginalPeriodStart: null })
        || content.Jobs.Any(job => job is not { Entry: 1, EarlierMicros: null });

    private static void AddSecondHead(CanonicalBytes bytes, InvoiceContent content) =>
        bytes.Add(content.Kind.ToString())
            .Add(content.CancelsId?.ToString()).Add(content.CancelsNumber).Add(content.CancelsIssuedOn).Add(content.CancelReason)
            .Add(content.OpenQuestions).Add(content.ClosedAnywayBecause).Add(content.ClosedAnywayBy).Add(content.ClosedAnywayAt?.ToUnixTimeTicks());

    private static void AddLine(CanonicalBytes bytes, InvoiceLine line, bool second)
    {
        bytes.Add(line.InvoiceId.Value).Add(line.Position).Add(line.ChargeKey).Add(line.PrinterName).Add(line.MediaType).Add(line.JobCount)
            .Add(line.Currency).Add(line.VatBasisPoints).Add(line.ExactMicros).Add(line.NetMicros);
        if (second)
            bytes.Add(line.Kind.ToString()).Add(line.OriginalPeriodStart);
    }

    private static void AddJob(CanonicalBytes bytes, BilledJob job, bool second)
    {
        bytes.Add(job.InvoiceId.Value).Add(job.PrintJobId.Value).Add(job.Revision).Add(job.Position).Add(job.PrintedAt)
            .Add(job.PrinterName).Add(job.PrinterSerial).Add(job.DeviceJobId).Add(job.Kind.ToString()).Add(job.Status.ToString())
            .Add(job.UserName).Add(job.JobName).Add(job.MediaType)
            .Add(job.Impressions).Add(job.PageAreaMm2).Add(job.MediaAreaMm2).Add(job.InkNl)
            .Add(job.RateCard).Add(job.Currency).Add(job.AmountMicros).Add(job.Steps);
        if (second)
            bytes.Add(job.Entry).Add(job.EarlierMicros);
    }
}
