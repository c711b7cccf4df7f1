using SmartTracker.Abstractions.Data;
using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Billing.Settings;

/// <summary>Sets what a customer pays from a day on. What has been billed stays as it is.</summary>
public sealed class RateCardWriting(ITenantDatabase database, SettingsStore settings)
{
    /// <returns>False where the customer has no terms.</returns>
    public async Task<bool> SetAsync(string tenant, RateCard card, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        if (await settings.FindCustomerAsync(tenant, cancellationToken) is not { } customer)
            return false;
        await settings.SaveCustomerAsync(customer with { RateCards = [card] }, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
