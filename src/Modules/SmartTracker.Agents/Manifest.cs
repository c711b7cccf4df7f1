using SmartTracker.Abstractions.Modules;

[assembly: Module(
    Id = "SmartTracker.Agents",
    Name = "On-site agents",
    Category = "Fleet",
    Description = "Lets agents on a customer's site read printers that this host cannot reach.",
    Dependencies = ["SmartTracker.Users", "SmartTracker.Printers", "SmartTracker.Collection"])]
