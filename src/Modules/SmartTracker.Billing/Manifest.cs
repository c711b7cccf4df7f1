using SmartTracker.Abstractions.Modules;

[assembly: Module(
    Id = "SmartTracker.Billing",
    Name = "Billing",
    Category = "Billing",
    Description = "Closes a customer's month, issues invoices that never change and delivers a copy to the customer.",
    Dependencies = ["SmartTracker.Users", "SmartTracker.Scheduling"])]
