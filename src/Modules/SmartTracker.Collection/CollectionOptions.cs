using System.ComponentModel.DataAnnotations;
using NodaTime;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Collection;

/// <summary>Section <c>SmartTracker:Collection</c>.</summary>
public sealed class CollectionOptions
{
    public const string Section = "SmartTracker:Collection";

    /// <summary>How often printers are read.</summary>
    [Range(1, 1440)]
    public int EveryMinutes { get; set; } = 5;

    /// <summary>How often a printer is also asked what it is and holds: condition, supplies, counters. 0 asks at every visit.</summary>
    [Range(0, 1440)]
    public int StateEveryMinutes { get; set; } = 15;

    /// <summary>How many printers of one tenant are spoken to at the same time; of those that failed or took long half as many, beside the others.
    /// The host operator bounds all tenants together.</summary>
    [Range(1, 64)]
    public int PrintersAtOnce { get; set; } = 4;

    /// <summary>The whole conversation with one printer, however many questions it takes.</summary>
    [Range(1, 600)]
    public int DeadlineSeconds { get; set; } = 60;

    /// <summary>How long its answer may be interpreted before it is set aside.</summary>
    [Range(1, 600)]
    public int InterpretSeconds { get; set; } = 60;

    /// <summary>One visit to the mailbox.</summary>
    [Range(1, 3600)]
    public int MailboxSeconds { get; set; } = 600;

    /// <summary>How long after its last sign of life a collection is taken for dead, so that the next one may begin.</summary>
    [Range(1, 300)]
    public int LeaseSeconds { get; set; } = (int)LeaseTerm.Usual.Length.TotalSeconds;

    internal LeaseTerm Lease => new(Duration.FromSeconds(LeaseSeconds));
}
