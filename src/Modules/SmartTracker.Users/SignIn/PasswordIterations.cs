using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Users.SignIn;

/// <summary>How much work a password's hash is. Only the host's operator may change it, and fewer is for test machines alone.</summary>
internal sealed class PasswordIterations(HostConfiguration host) : IConfigureOptions<PasswordHasherOptions>
{
    public const string Key = "SmartTracker:Users:PasswordIterations";

    /// <summary>OWASP's figure for PBKDF2 with HMAC-SHA-512.</summary>
    public const int Usual = 210_000;

    /// <exception cref="OptionsValidationException">The setting is not a number, or below 1.</exception>
    public void Configure(PasswordHasherOptions options)
    {
        if (host.Values[Key] is not { Length: > 0 } text)
            options.IterationCount = Usual;
        else if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var iterations) && iterations > 0)
            options.IterationCount = iterations;
        else
            throw new OptionsValidationException(Key, typeof(PasswordHasherOptions), [$"{Key} must be a whole number such as {Usual}; it is '{text}'."]);
    }
}
