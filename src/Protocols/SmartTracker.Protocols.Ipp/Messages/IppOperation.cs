namespace SmartTracker.Protocols.Ipp.Messages;

/// <summary>Operations of RFC 8011 that only read.</summary>
public static class IppOperation
{
    public const int GetJobAttributes = 0x0009;
    public const int GetJobs = 0x000A;
    public const int GetPrinterAttributes = 0x000B;
}

/// <summary>Status codes of RFC 8011 §B.1 that are decided upon.</summary>
public static class IppStatus
{
    public const int BadRequest = 0x0400;
    public const int Forbidden = 0x0401;
    public const int NotAuthenticated = 0x0402;
    public const int NotAuthorized = 0x0403;
    public const int NotFound = 0x0406;
    public const int Gone = 0x0407;
    public const int AttributesOrValuesNotSupported = 0x040B;
    public const int OperationNotSupported = 0x0501;
    public const int VersionNotSupported = 0x0503;

    /// <summary>Also with substitutions, ignored or conflicting attributes.</summary>
    public static bool IsSuccess(int status) => status is >= 0 and < 0x0100;
}
