using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Domain;

namespace SmartTracker.Collection.Import;

/// <summary>A job as a line of an import says it. Each value is checked as it is set; the answer is what is wrong with it, or null.</summary>
internal sealed class ImportRow(RecentTexts recent)
{
    private const int LongestText = 1000;
    private const int LongestId = 200;
    private const int LongestChannel = 20;

    /// <summary>100,000 m² in mm², 100 l in nl: beyond what a job can use, low enough that sums do not overflow.</summary>
    private const long LargestFigure = 100_000_000_000;

    /// <summary>100 m.</summary>
    private const long WidestMediaUm = 100_000_000;
    private const int MostPages = 1_000_000;
    private const int MicrosecondTicks = 10;

    private static readonly string[] Letters = [.. Enumerable.Range('A', 26).Select(letter => ((char)letter).ToString())];
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private JobKind _kind = JobKind.Print;
    private PrintJobStatus _status = PrintJobStatus.Completed;
    private string? _userName;
    private string? _jobName;
    private string? _account;
    private DateTimeOffset? _submittedAt;
    private DateTimeOffset? _completedAt;
    private int? _pages;
    private int? _copies;
    private string? _mediaType;
    private long? _mediaWidth;
    private long? _pageArea;
    private long? _mediaArea;
    private SortedList<string, long>? _ink;
    private string? _deviceJobId;

    public string? PrinterSerial { get; private set; }

    /// <summary>The device's id, or what the line says as a whole: the same line is the same job.</summary>
    public string DeviceJobId => _deviceJobId ??= "#" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical())));

    /// <summary>When the job stood as the line says; it decides which of several lines about one job is the latest, whenever they are imported.</summary>
    public DateTimeOffset ObservedAt => _completedAt ?? _submittedAt ?? throw new InvalidOperationException("The row was not checked.");

    public string? Set(ImportField field, ReadOnlySpan<byte> value, DateTimeOffset latest)
    {
        switch (field)
        {
            case ImportField.PrinterSerial:
                PrinterSerial = Often(value);
                return PrinterSerial?.Length > LongestId ? TooLong(LongestId) : null;
            case ImportField.DeviceJobId:
                _deviceJobId = Text(value);
                return _deviceJobId?.Length > LongestId ? TooLong(LongestId) : null;
            case ImportField.JobKind:
                return Kind(value);
            case ImportField.Status:
                return Status(value);
            case ImportField.UserName:
                return Long(_userName = Often(value));
            case ImportField.JobName:
                return Long(_jobName = Text(value));
            case ImportField.AccountId:
                return Long(_account = Often(value));
            case ImportField.MediaType:
                return Long(_mediaType = Often(value));
            case ImportField.SubmittedAt:
                return Time(value, latest, out _submittedAt);
            case ImportField.CompletedAt:
                return Time(value, latest, out _completedAt);
            case ImportField.Pages:
                return Count(value, out _pages);
            case ImportField.Copies:
                return Count(value, out _copies);
            case ImportField.MediaWidthUm:
                return Figure(value, WidestMediaUm, out _mediaWidth);
            case ImportField.PageAreaMm2:
                return Figure(value, LargestFigure, out _pageArea);
            case ImportField.MediaAreaMm2:
                return Figure(value, LargestFigure, out _mediaArea);
            default:
                throw new ArgumentOutOfRangeException(nameof(field), field, "Ink is set by channel.");
        }
    }

    public string? SetInk(string channel, ReadOnlySpan<byte> value)
    {
        if (channel.Length is 0 or > LongestChannel)
            return $"names an ink channel that is empty or longer than {LongestChannel} characters";
        if (Figure(value, LargestFigure, out var nanolitres) is { } wrong)
            return wrong;
        if (nanolitres is { } known && !(_ink ??= new(StringComparer.Ordinal)).TryAdd(UpperCase(channel), known))
            return "names an ink channel twice";
        return null;
    }

    /// <summary>What is missing for a job, as field and reason; null where nothing is.</summary>
    public (ImportField Field, string Reason)? Check()
    {
        if (PrinterSerial is null)
            return (ImportField.PrinterSerial, "is missing");
        if (_completedAt is null && _submittedAt is null)
            return (ImportField.CompletedAt, "is missing, and so is submittedAt: one of them decides the month");
        return null;
    }

    public JobFigures Figures() => new()
    {
        Kind = _kind,
        Status = _status,
        UserName = _userName,
        JobName = _jobName,
        Account = _account,
        SubmittedAt = _submittedAt,
        CompletedAt = _completedAt,
        PagesPerCopy = _pages,
        CopiesPrinted = _copies,
        Impressions = (int?)((long?)_pages * _copies is var impressions and <= int.MaxValue ? impressions : null),
        MediaType = _mediaType,
        MediaWidthUm = _mediaWidth,
        PageAreaMm2 = _pageArea,
        MediaAreaMm2 = _mediaArea,
        InkNl = _ink,
    };

    // Its own form and not the stored JSON, which may gain fields: a file that is imported again years later adds nothing.
    private string Canonical() => string.Join('\n', new object?[]
    {
        PrinterSerial, _kind, _status, _userName, _jobName, _account, _submittedAt?.UtcTicks, _completedAt?.UtcTicks, _pages, _copies, _mediaType,
        _mediaWidth, _pageArea, _mediaArea, _ink is null ? null : string.Join(',', _ink.Select(ink => $"{ink.Key}={ink.Value}")),
    }.Select(value => value switch
    {
        null => "",
        string text => "=" + text.ReplaceLineEndings("\r"),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    }));

    private string? Kind(ReadOnlySpan<byte> value)
    {
        if (value.SequenceEqual("print"u8))
            _kind = JobKind.Print;
        else if (value.SequenceEqual("copy"u8))
            _kind = JobKind.Copy;
        else if (value.SequenceEqual("scan"u8))
            _kind = JobKind.Scan;
        else if (value.SequenceEqual("internal"u8))
            _kind = JobKind.Internal;
        else if (!value.IsEmpty)
            return "is not one of print, copy, scan, internal";
        return null;
    }

    private string? Status(ReadOnlySpan<byte> value)
    {
        if (value.SequenceEqual("completed"u8))
            _status = PrintJobStatus.Completed;
        else if (value.SequenceEqual("cancelled"u8))
            _status = PrintJobStatus.Cancelled;
        else if (value.SequenceEqual("failed"u8))
            _status = PrintJobStatus.Failed;
        else if (value.SequenceEqual("pending"u8))
            _status = PrintJobStatus.Pending;
        else if (!value.IsEmpty)
            return "is not one of completed, cancelled, failed, pending";
        return null;
    }

    private string? Often(ReadOnlySpan<byte> value) => value.IsEmpty ? null : Known(recent.Read(value));

    private static string? Text(ReadOnlySpan<byte> value) => value.IsEmpty ? null : Known(Encoding.UTF8.GetString(value));

    // PostgreSQL takes no NUL in a text.
    private static string? Known(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Replace('\0', '\uFFFD');

    // Most channels have one letter; these need no string of their own in each row.
    private static string UpperCase(string channel) => channel is [>= 'a' and <= 'z'] ? Letters[channel[0] - 'a'] : channel.ToUpperInvariant();

    private static string? Long(string? text) => text?.Length > LongestText ? TooLong(LongestText) : null;

    private static string TooLong(int longest) => $"is longer than {longest} characters";

    private static string? Time(ReadOnlySpan<byte> value, DateTimeOffset latest, out DateTimeOffset? time)
    {
        time = null;
        if (value.IsEmpty)
            return null;
        if (!Rfc3339.TryParse(value, out var parsed))
            return "is not a moment such as 2026-10-01T08:00:00Z or 2026-10-01T10:00:00+02:00";
        if (parsed < Earliest || parsed > latest)
            return "lies before the year 2000 or in the future";
        time = parsed.AddTicks(-(parsed.Ticks % MicrosecondTicks));
        return null;
    }

    private static string? Count(ReadOnlySpan<byte> value, out int? count)
    {
        var wrong = Figure(value, MostPages, out var figure);
        count = (int?)figure;
        return wrong;
    }

    private static string? Figure(ReadOnlySpan<byte> value, long largest, out long? figure)
    {
        figure = null;
        if (value.IsEmpty)
            return null;
        if (!Utf8Parser.TryParse(value, out long parsed, out var read) || read != value.Length)
            return "is not a whole number";
        if (parsed < 0)
            return "is negative";
        if (parsed > largest)
            return $"is larger than {largest.ToString(CultureInfo.InvariantCulture)}";
        figure = parsed;
        return null;
    }
}
