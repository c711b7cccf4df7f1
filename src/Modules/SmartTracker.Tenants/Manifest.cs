using SmartTracker.Abstractions.Modules;

[assembly: Module(Id = "SmartTracker.Tenants", Name = "Tenants", Category = "Platform", DefaultTenantOnly = true, Dependencies = ["SmartTracker.Users"],
    Description = "Lets the provider create its customers' tenants from recipes and switch them off and on.")]
