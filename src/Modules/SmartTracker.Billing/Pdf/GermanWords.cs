using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Billing.Pdf;

internal static class GermanWords
{
    public static InvoiceWords Words { get; } = new()
    {
        Invoice = "Rechnung",
        Number = "Rechnungsnummer",
        IssuedOn = "Rechnungsdatum",
        DueOn = "Fällig am",
        ServicePeriod = "Leistungszeitraum",
        YourVatId = "Ihre USt-IdNr.",
        VatId = "USt-IdNr.",
        TaxNumber = "Steuernummer",
        Subject = "Druckleistungen im {0}",
        Position = "Pos.",
        Service = "Leistung",
        Quantity = "Menge",
        UnitPrice = "Einzelpreis",
        Amount = "Betrag",
        UnknownMedia = "Medium nicht gemeldet",
        OneJob = "1 Druckauftrag",
        Jobs = "{0} Druckaufträge",
        Net = "Summe netto",
        Vat = "Umsatzsteuer {0} auf {1}",
        Gross = "Rechnungsbetrag",
        PleasePay = "Bitte überweisen Sie {0} bis zum {1}.",
        Bank = "Bank",
        Reference = "Verwendungszweck",
        RoundingNote = "Jeder Auftrag ist auf sechs Nachkommastellen genau bewertet, jede Position einmal auf die Währung gerundet, die Umsatzsteuer einmal je Steuersatz.",
        EvidenceNote = "Jede Position lässt sich in Ihrem Portal unter „Rechnungen“ bis zum einzelnen Druckauftrag und seinen Preisschritten öffnen.",
        OneNotChargedNote = "Ein weiterer Auftrag (vom Gerät abgebrochen oder intern) ist nicht berechnet.",
        NotChargedNote = "{0} weitere Aufträge (vom Gerät abgebrochen oder intern) sind nicht berechnet.",
        CreditNote = "Rechnungskorrektur",
        CreditNoteNumber = "Korrekturnummer",
        Cancels = "Diese Rechnungskorrektur storniert die Rechnung {0} vom {1} vollständig.",
        CancelReason = "Grund: {0}",
        MonthGivenBack = "Die Korrekturen früherer Rechnungen übersteigen die Leistungen dieses Monats; der Unterschied wird erstattet.",
        Late = "{0}, Nachberechnung für {1}",
        Changed = "{0}, Korrektur für {1}",
        NewPrice = "Neuer Preis",
        BilledBefore = "Bereits berechnet",
        CreditedGross = "Korrekturbetrag",
        GivenBack = "{0} werden mit offenen Beträgen verrechnet oder erstattet.",
        NothingToPay = "Es ist nichts zu zahlen.",
        ClosedAnyway = "Beim Abschluss des Monats war offen: {0}. Trotzdem abgeschlossen von {1} am {2}: {3}",
        UnfinishedJobs = "nicht beendete Aufträge: {0}",
        PrinterNotRead = "Aufträge von {0} können fehlen",
        PrinterGap = "Aufträge von {0} können zwischendurch fehlen",
        NotDelivered = "{0} war noch nicht zugestellt",
        MonthNotBilled = "Aufträge aus {0} sind noch nicht berechnet",
        Page = "Seite {0} von {1}",
        Measures = new Dictionary<Measure, string>
        {
            [Measure.PageArea] = "Seitenfläche",
            [Measure.MediaArea] = "Medienfläche",
            [Measure.Ink] = "Tinte",
            [Measure.Pages] = "Seiten",
            [Measure.Job] = "Pauschale je Auftrag",
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
