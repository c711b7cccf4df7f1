using SmartTracker.Abstractions.Modules;

[assembly: Module(
    Id = "SmartTracker.Bills",
    Name = "Bills",
    Category = "Billing",
    Description = "Shows the bills that a tenant received, down to each print job and its price steps.",
    Dependencies = ["SmartTracker.Users"])]
