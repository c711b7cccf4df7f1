using System.Runtime.InteropServices;

namespace SmartTracker.Web.Commands;

/// <summary>Says in one sentence what the runtime would only abort about. Runs before any text is formatted by culture.</summary>
internal static class MissingLibraries
{
    public static string? Sentence()
    {
        if (!OperatingSystem.IsLinux() || Environment.GetEnvironmentVariable("DOTNET_SYSTEM_GLOBALIZATION_APPLOCALICU") is not null)
            return null;
        // Distributions ship ICU under its major version only.
        for (var version = 50; version < 100; version++)
        {
            if (NativeLibrary.TryLoad("libicuuc.so." + version.ToString(System.Globalization.CultureInfo.InvariantCulture), out _))
                return null;
        }

        return "SmartTracker needs the library libicu for dates, numbers and languages; install it (Debian: apt-get install libicu72) and start again.";
    }
}
