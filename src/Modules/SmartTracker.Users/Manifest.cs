using SmartTracker.Abstractions.Modules;

[assembly: Module(Id = "SmartTracker.Users", Name = "Users", Category = "Platform", IsAlwaysEnabled = true,
    Description = "Lets people sign in and decides, by role, what each may see and do.")]
