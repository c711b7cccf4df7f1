namespace SmartTracker.Collection.Domain;

/// <summary>Why a printer's answer was not taken into the books, although it arrived whole. Stored by name.</summary>
public enum AnswerFault
{
    /// <summary>It is not what its protocol speaks.</summary>
    Nonsense,

    /// <summary>It brought our program to an error.</summary>
    Error,

    /// <summary>It was not interpreted within its time.</summary>
    TooLong,

    /// <summary>The program ended while it was interpreted.</summary>
    Crash,
}
