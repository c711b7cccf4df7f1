using SmartTracker.Abstractions.Modules;

[assembly: Module(
    Id = "SmartTracker.Costing",
    Name = "Costing",
    Category = "Prices",
    Description = "Says what every print job costs, by dated rules, and why.",
    Dependencies = ["SmartTracker.Collection"])]
