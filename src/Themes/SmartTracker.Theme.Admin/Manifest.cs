using SmartTracker.Abstractions.Modules;

[assembly: Theme(Id = "SmartTracker.Theme.Admin", Name = "Admin", Category = "Themes", IsAlwaysEnabled = true,
    Description = "The drawing sheet: layout of the administration, and the styles, font and scripts that both themes use.")]
