using SmartTracker.Abstractions.Modules;

[assembly: Theme(Id = "SmartTracker.Theme.Portal", Name = "Portal", Category = "Themes", IsAlwaysEnabled = true,
    Description = "The drawing sheet for a tenant's own users: top navigation, a sheet of reading width.",
    Dependencies = ["SmartTracker.Theme.Admin"])]
