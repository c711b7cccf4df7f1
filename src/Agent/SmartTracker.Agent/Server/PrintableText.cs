namespace SmartTracker.Agent.Server;

/// <summary>What others said, fit for logs and terminals.</summary>
internal static class PrintableText
{
    private const int Longest = 300;

    public static string Of(string text)
    {
        var clean = new string([.. text.Select(character => char.IsControl(character) ? ' ' : character)]);
        return clean.Length > Longest ? clean[..Longest] : clean;
    }
}
