using SmartTracker.PrinterReaders;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Collecting;

/// <summary>The problems of a collection that neither the reader nor the printers' registry finds.</summary>
public static class CollectionProblems
{
    public const string NoSerialNumberCode = "NoSerialNumber";
    public const string NoJobListCode = "NoJobList";
    public const string NotStoredCode = "NotStored";
    public const string NoReaderCode = "NoReader";
    public const string SetAsideCode = "AnswerSetAside";

    public static PrinterProblem NoSerialNumber { get; } = new(NoSerialNumberCode);

    public static PrinterProblem NoJobList { get; } = new(NoJobListCode);

    public static PrinterProblem NotStored { get; } = new(NotStoredCode);

    public static PrinterProblem SetAside { get; } = new(SetAsideCode);

    public static PrinterProblem NoReader(string protocol) => new(NoReaderCode, protocol);

    public static PrinterProblem Of(ReaderFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return new(failure.Code.ToString(), failure.Arguments);
    }
}
