using SmartTracker.Abstractions.Modules;

[assembly: Module(
    Id = "SmartTracker.Collection",
    Name = "Collection",
    Category = "Fleet",
    Description = "Collects print jobs from printers, exactly once, and keeps what the printers said.",
    Dependencies = ["SmartTracker.Printers", "SmartTracker.Scheduling"])]
