using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Views.Authorities;

/// <param name="Pem">What was typed and refused.</param>
public sealed record AuthorityList(IReadOnlyList<TrustedAuthority> Authorities, string? Pem, string? Fault);
