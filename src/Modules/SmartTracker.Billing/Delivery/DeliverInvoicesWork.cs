using NodaTime;
using SmartTracker.Scheduling.Abstractions;

namespace SmartTracker.Billing.Delivery;

/// <summary>Takes up copies that could not be delivered when their invoice was issued.</summary>
internal sealed class DeliverInvoicesWork(InvoiceDelivery delivery) : IScheduledWork
{
    public string Name => "deliver-invoices";

    public Duration Every => Duration.FromMinutes(1);

    public Task RunAsync(CancellationToken cancellationToken) => delivery.DeliverDueAsync(cancellationToken);
}
