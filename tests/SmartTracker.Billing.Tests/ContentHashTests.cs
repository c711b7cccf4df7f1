using System.Collections;
using System.Reflection;
using NodaTime;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Domain;
using SmartTracker.Collection.Abstractions;

namespace SmartTracker.Billing.Tests;

public class ContentHashTests
{
    [Fact]
    public void It_is_the_same_for_the_same_content_in_another_order()
    {
        var invoice = Make.Invoice(jobs: [Make.Job(), Make.Job(mediaType: "Vellum")]);
        var shuffled = invoice with { Lines = [.. invoice.Lines.AsEnumerable().Reverse()], Jobs = [.. invoice.Jobs.AsEnumerable().Reverse()] };

        Assert.Equal(ContentHash.Of(invoice), ContentHash.Of(shuffled));
    }

    [Fact]
    public void It_is_known_for_good()
    {
        var invoice = Make.Invoice(jobs: Make.Job(id: PrintJobId.From(new Guid("01900000-0000-7000-8000-000000000099"))));

        // Whoever changes this form orphans every hash that was ever stored: give the form a new version word instead.
        Assert.StartsWith("b98eb766a33dae2fa39ba908ba7a1ceac91271fc3e234c30dc", ContentHash.Of(invoice), StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_of_any_stored_value_changes_it()
    {
        var changed = 0;
        foreach (var (path, tampered) in Tampered())
        {
            Assert.True(ContentHash.Of(Make.Invoice(jobs: Fixed())) != ContentHash.Of(tampered), $"{path} can be changed without anybody noticing.");
            changed++;
        }

        Assert.True(changed > 50, $"Only {changed} values were tried.");
    }

    [Fact]
    public void The_form_for_credit_notes_is_known_for_good_too()
    {
        var invoice = Make.Invoice(jobs: Fixed());
        var credit = Cancellation.Of(
            invoice, "Wrong month", InvoiceId.From(new Guid("01900000-0000-7000-8000-00000000abce")), new NumberTaken(Make.Issuer().CreditNoteSeries, 2026, 1),
            new LocalDate(2026, 11, 3), Make.Issuer(), new CustomerBooks(JobEntry.Of(invoice, isCancelled: false)));

        Assert.StartsWith("cca9f87fd818f060bf8b8c977ad0b0636e9134756fac9b33bb", ContentHash.Of(credit), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_do_not_run_into_each_other()
    {
        var invoice = Make.Invoice(jobs: Fixed());
        var moved = invoice with { Recipient = invoice.Recipient with { Name = invoice.Recipient.Name + invoice.Recipient.Address[..1], Address = invoice.Recipient.Address[1..] } };

        Assert.NotEqual(ContentHash.Of(invoice), ContentHash.Of(moved));
    }

    [Fact]
    public void Missing_is_not_zero_and_not_empty()
    {
        var zero = Make.Invoice(jobs: Fixed() with { Ink = null, JobName = "" });
        var missing = zero with { Jobs = [.. zero.Jobs.Select(job => job with { JobName = null })] };
        var ink = zero with { Jobs = [.. zero.Jobs.Select(job => job with { InkNl = 0 })] };

        Assert.Equal(3, new[] { zero, missing, ink }.Select(ContentHash.Of).Distinct().Count());
    }

    private static PrintJob Fixed() => Make.Job(id: PrintJobId.From(new Guid("01900000-0000-7000-8000-000000000099")));

    private static IEnumerable<(string Path, InvoiceContent Invoice)> Tampered()
    {
        var invoice = Make.Invoice(jobs: Fixed());
        foreach (var part in new object[] { invoice, invoice.Issuer, invoice.Recipient, invoice.Lines[0], invoice.Jobs[0] })
        {
            foreach (var property in Stored(part.GetType()))
            {
                var fresh = Make.Invoice(jobs: Fixed());
                object target = part switch
                {
                    InvoiceContent => fresh,
                    Issuer => fresh.Issuer,
                    Recipient => fresh.Recipient,
                    InvoiceLine => fresh.Lines[0],
                    _ => fresh.Jobs[0],
                };
                property.SetValue(target, Other(property.GetValue(target), property.PropertyType));
                yield return ($"{part.GetType().Name}.{property.Name}", fresh);
            }
        }
    }

    private static IEnumerable<PropertyInfo> Stored(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.CanWrite && (property.PropertyType == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(property.PropertyType))
            && property.PropertyType != typeof(Issuer) && property.PropertyType != typeof(Recipient));

    private static object Other(object? value, Type type) => value switch
    {
        null => Unlike(Nullable.GetUnderlyingType(type) ?? type),
        DocumentKind => DocumentKind.CreditNote,
        LineKind => LineKind.Late,
        string text => text + "x",
        int number => number + 1,
        long number => number + 1,
        LocalDate date => date.PlusDays(1),
        Instant instant => instant + Duration.FromMilliseconds(1),
        InvoiceId => InvoiceId.New(),
        PrintJobId => PrintJobId.New(),
        JobKind => JobKind.Copy,
        PrintJobStatus => PrintJobStatus.Cancelled,
        _ => throw new InvalidOperationException($"Nothing is known of {type} values: teach this test and the hash."),
    };

    private static object Unlike(Type type) => type switch
    {
        _ when type == typeof(string) => "x",
        _ when type == typeof(long) => 1L,
        _ when type == typeof(LocalDate) => new LocalDate(2026, 1, 1),
        _ when type == typeof(Instant) => Instant.FromUtc(2026, 1, 1, 0, 0),
        _ when type == typeof(InvoiceId) => InvoiceId.New(),
        _ => throw new InvalidOperationException($"Nothing is known of {type} values: teach this test and the hash."),
    };
}
