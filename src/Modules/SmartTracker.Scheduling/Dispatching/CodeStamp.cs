using System.Security.Cryptography;
using SmartTracker.Abstractions.Modules;

namespace SmartTracker.Scheduling.Dispatching;

/// <summary>Changes when a module was compiled anew, because then the works that it registers may be others.</summary>
internal static class CodeStamp
{
    public static string Value { get; } = Compute();

    private static string Compute()
    {
        var modules = AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => assembly.IsDefined(typeof(ModuleAttribute), inherit: false))
            .Select(assembly => assembly.ManifestModule.ModuleVersionId)
            .Order()
            .SelectMany(id => id.ToByteArray());
        return Convert.ToHexStringLower(SHA256.HashData(modules.ToArray()))[..16];
    }
}
