using System.Globalization;

namespace SmartTracker.Abstractions.Tenants;

/// <summary>A change of tenants that is not acceptable; the message says why and what to do.</summary>
public sealed class TenantRefusedException : Exception
{
    public TenantRefusedException(string message)
        : base(message) => Sentence = message;

    /// <param name="field">The property of <see cref="NewTenant"/> or <see cref="TenantEdit"/> that is wrong.</param>
    /// <param name="sentence">English, with <c>{0}</c> for arguments, so that a page can say it in its reader's language.</param>
    public TenantRefusedException(string field, string sentence, params object[] arguments)
        : base(string.Format(CultureInfo.InvariantCulture, sentence, arguments)) =>
        (Field, Sentence, Arguments) = (field, sentence, arguments);

    /// <summary>Empty where no single field is to blame.</summary>
    public string Field { get; } = "";

    public string Sentence { get; }

    public IReadOnlyList<object> Arguments { get; } = [];
}

/// <summary>The tenant is unknown, not set up yet or disabled.</summary>
public sealed class TenantUnavailableException(string message) : Exception(message);
