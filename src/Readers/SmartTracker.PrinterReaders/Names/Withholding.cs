namespace SmartTracker.PrinterReaders.Names;

/// <summary>Takes names out of answers, and what nobody can read with them.</summary>
public static class Withholding
{
    private const int OK = 200;

    /// <summary>Only what the reader understands is kept; an error page may say anything, and a mistake of ours must not let a name through.</summary>
    public static PrinterFetch Withhold(this PrinterFetch fetch, NamePrivacy privacy, Func<RawAnswer, NamePrivacy, RawAnswer> reader)
    {
        ArgumentNullException.ThrowIfNull(fetch);
        ArgumentNullException.ThrowIfNull(privacy);
        ArgumentNullException.ThrowIfNull(reader);
        return privacy.WithholdsAny ? fetch with { Answers = [.. fetch.Answers.Select(answer => One(answer, privacy, reader))] } : fetch;
    }

    /// <summary>Nothing of it is left but that it was there.</summary>
    public static RawAnswer Emptied(this RawAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer with { Body = [], ContentType = null, IsWhole = false };
    }

    /// <summary>The answer with what is left of its body.</summary>
    /// <param name="isRead">Everything in it was understood.</param>
    internal static RawAnswer Left(this RawAnswer answer, byte[] body, bool isRead, string contentType) =>
        answer with { Body = body, ContentType = contentType, IsWhole = answer.IsWhole && isRead };

    private static RawAnswer One(RawAnswer answer, NamePrivacy privacy, Func<RawAnswer, NamePrivacy, RawAnswer> reader)
    {
        if (answer.Status != OK)
            return answer.Emptied();
        try
        {
            return reader(answer, privacy);
        }
        catch (Exception)
        {
            return answer.Emptied();
        }
    }
}
