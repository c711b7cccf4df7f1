namespace SmartTracker.Abstractions.Tenants;

/// <summary>Says in the language of the current culture what the host refuses about tenants.</summary>
public interface ITenantWords
{
    string Say(TenantRefusedException refused);
}
