using System.Data.Common;
using System.Net.Sockets;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Scheduling.Running;

/// <summary>Puts an exception into a sentence for the page. A closed set, because messages of exceptions may hold addresses or secrets
/// and are in nobody's language; the log has the exception itself. Each sentence is a key of Texts.</summary>
public static class WorkProblem
{
    public const string TenantUnavailable = "The tenant is not running.";
    public const string TooLong = "It took too long and was stopped.";
    public const string Unreachable = "A device or server could not be reached.";
    public const string Database = "The database refused the work or could not be reached.";
    public const string Files = "A file or folder could not be used.";
    public const string Unexpected = "It stopped because of an error in the program. The log says more.";

    public static readonly IReadOnlyList<string> All = [TenantUnavailable, TooLong, Unreachable, Database, Files, Unexpected];

    public static string Of(Exception exception) => exception switch
    {
        TenantUnavailableException => TenantUnavailable,
        TimeoutException or OperationCanceledException => TooLong,
        HttpRequestException or SocketException => Unreachable,
        DbException => Database,
        { InnerException: DbException } => Database,
        IOException or UnauthorizedAccessException => Files,
        _ => Unexpected,
    };
}
