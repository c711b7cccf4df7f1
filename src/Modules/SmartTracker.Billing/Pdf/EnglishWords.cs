using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Billing.Pdf;

internal static class EnglishWords
{
    public static InvoiceWords Words { get; } = new()
    {
        Invoice = "Invoice",
        Number = "Invoice number",
        IssuedOn = "Issued on",
        DueOn = "Due on",
        ServicePeriod = "Service period",
        YourVatId = "Your VAT id",
        VatId = "VAT id",
        TaxNumber = "Tax number",
        Subject = "Printing services in {0}",
        Position = "No.",
        Service = "Service",
        Quantity = "Quantity",
        UnitPrice = "Unit price",
        Amount = "Amount",
        UnknownMedia = "media not reported",
        OneJob = "1 print job",
        Jobs = "{0} print jobs",
        Net = "Total net",
        Vat = "VAT {0} on {1}",
        Gross = "Amount due",
        PleasePay = "Please pay {0} by {1}.",
        Bank = "Bank",
        Reference = "Reference",
        RoundingNote = "Each job is rated to six decimals, each line is rounded once to the currency, VAT once per rate.",
        EvidenceNote = "Every line opens in your portal under “Bills” down to the single print job and its price steps.",
        OneNotChargedNote = "One more job (stopped by the device, or internal) is not charged.",
        NotChargedNote = "{0} more jobs (stopped by the device, or internal) are not charged.",
        CreditNote = "Credit note",
        CreditNoteNumber = "Credit note number",
        Cancels = "This credit note cancels invoice {0} of {1} as a whole.",
        CancelReason = "Reason: {0}",
        MonthGivenBack = "Corrections of earlier invoices come to more than this month’s services; the difference is given back.",
        Late = "{0}, late for {1}",
        Changed = "{0}, changed after billing, {1}",
        NewPrice = "New price",
        BilledBefore = "Billed before",
        CreditedGross = "Amount credited",
        GivenBack = "{0} is set against what you owe or paid back.",
        NothingToPay = "There is nothing to pay.",
        ClosedAnyway = "This was open when the month was closed: {0}. Closed all the same by {1} on {2}: {3}",
        UnfinishedJobs = "jobs not finished: {0}",
        PrinterNotRead = "jobs of {0} may be missing",
        PrinterGap = "jobs of {0} may be missing in between",
        NotDelivered = "{0} had not reached you",
        MonthNotBilled = "jobs of {0} are not billed yet",
        Page = "Page {0} of {1}",
        Measures = new Dictionary<Measure, string>
        {
            [Measure.PageArea] = "Page area",
            [Measure.MediaArea] = "Media area",
            [Measure.Ink] = "Ink",
            [Measure.Pages] = "Pages",
            [Measure.Job] = "Fixed per job",
        },
        Units = new Dictionary<Measure, string>
        {
            [Measure.PageArea] = "m²",
            [Measure.MediaArea] = "m²",
            [Measure.Ink] = "ml",
            [Measure.Pages] = "",
            [Measure.Job] = "",
        },
    };
}
