namespace SmartTracker.Abstractions.Tenants;

/// <summary>Where a tenant is in its life (Orchard Core's words).</summary>
public enum TenantState
{
    Uninitialized,
    Initializing,
    Running,
    Disabled,
}
