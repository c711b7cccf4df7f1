using System.Data.Common;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Domain;

namespace SmartTracker.Collection.Collecting;

/// <summary>An answer was still being interpreted when its time was over.</summary>
public sealed class InterpretationTooLongException(string message) : Exception(message);

/// <summary>The collection was taken for dead and ended meanwhile: its holder must store nothing.</summary>
public sealed class CollectionLostException() : Exception("The collection was taken for dead and ended meanwhile; its jobs come with the next one.");

/// <summary>What a printer said of its state brought the program to an error; its jobs may be all right.</summary>
public sealed class StateNotTakenInException(Exception reason) : Exception("The printer’s state could not be taken in.", reason);

internal static class CollectionExceptions
{
    /// <summary>What an exception says of the answer that was being taken in; null where it says nothing of it, as when the database is away.</summary>
    public static AnswerFault? Fault(Exception exception, ITenantDatabase database) => exception switch
    {
        InterpretationTooLongException => AnswerFault.TooLong,
        CollectionLostException or OperationCanceledException or DbUpdateConcurrencyException => null,
        _ when database.IsRefusal(exception) => AnswerFault.Error,
        _ when Is<DbException>(exception) || Is<IOException>(exception) || Is<SocketException>(exception) || Is<TimeoutException>(exception) => null,
        _ => AnswerFault.Error,
    };

    private static bool Is<T>(Exception? exception)
        where T : Exception => exception is not null && (exception is T || Is<T>(exception.InnerException));
}
