using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SmartTracker.Web.Commands;

/// <summary>Says in one sentence what the runtime would only abort about. Touches no culture, because the first touch is the abort.</summary>
internal static class MissingLibraries
{
    private static ReadOnlySpan<byte> Sentence =>
        "SmartTracker needs the library libicu for dates, numbers and languages; install it (Debian: apt-get install libicu72) and start again.\n"u8;

    /// <summary>False after having said what is missing.</summary>
    public static bool NoneOrSay()
    {
        if (!OperatingSystem.IsLinux() || HasIcu())
            return true;

        // Console would look up the terminal's encoding, which is a matter of culture.
        using var error = new FileStream(new SafeFileHandle(2, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        error.Write(Sentence);
        return false;
    }

    private static bool HasIcu()
    {
        // Distributions ship ICU under its major version only; two digits until about 2040.
        for (var version = 50; version < 100; version++)
        {
            ReadOnlySpan<char> digits = [(char)('0' + version / 10), (char)('0' + version % 10)];
            if (NativeLibrary.TryLoad(string.Concat("libicuuc.so.", digits), out _))
                return true;
        }

        return false;
    }
}
