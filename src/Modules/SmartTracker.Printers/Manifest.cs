using SmartTracker.Abstractions.Modules;

[assembly: Module(
    Id = "SmartTracker.Printers",
    Name = "Printers",
    Category = "Fleet",
    Description = "Registers printers, keeps their passwords and keys, and says which networks they may be on.",
    Dependencies = ["SmartTracker.Users"])]
