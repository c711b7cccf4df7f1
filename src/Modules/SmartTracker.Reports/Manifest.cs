using SmartTracker.Abstractions.Modules;

// The modules whose figures it shows are optional: the provider's own tenant has no printers and sees its customers instead.
[assembly: Module(
    Id = "SmartTracker.Reports",
    Name = "Reports",
    Category = "Reports",
    Description = "Shows at a glance what was printed, what it cost and what needs a decision.",
    Dependencies = ["SmartTracker.Users"])]
