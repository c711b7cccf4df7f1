using SmartTracker.Abstractions.Modules;

[assembly: Module(
    Id = "SmartTracker.Api",
    Name = "API",
    Category = "Integration",
    Description = "Lets other programs in: keys, and a description of what the modules offer under api/v1.",
    Dependencies = ["SmartTracker.Users"])]
