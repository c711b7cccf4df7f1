using SmartTracker.Abstractions.Modules;

[assembly: Module(
    Id = "SmartTracker.Billing",
    Name = "Billing",
    Category = "Billing",
    Description = "Closes a customer's month, issues invoices that never change and delivers a copy to the customer.",
    // Reads and writes in customers' tenants; a tenant that bills its own clients needs another way in.
    DefaultTenantOnly = true,
    Dependencies = ["SmartTracker.Users", "SmartTracker.Scheduling"])]
