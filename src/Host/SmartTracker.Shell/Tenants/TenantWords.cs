using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Shell.Tenants;

internal sealed class TenantWords(IStringLocalizer<Texts> texts) : ITenantWords
{
    public string Say(TenantRefusedException refused)
    {
        ArgumentNullException.ThrowIfNull(refused);
        return refused.Arguments.Count == 0 ? texts[refused.Sentence] : texts[refused.Sentence, [.. refused.Arguments]];
    }
}
