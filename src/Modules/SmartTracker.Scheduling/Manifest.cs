using SmartTracker.Abstractions.Modules;

[assembly: Module(
    Id = "SmartTracker.Scheduling",
    Name = "Scheduling",
    Category = "Platform",
    Description = "Runs the due work of every tenant in the background and shows how it went.",
    IsAlwaysEnabled = true)]
