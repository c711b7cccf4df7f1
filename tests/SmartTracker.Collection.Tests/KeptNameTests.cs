using CsCheck;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Domain;
using SmartTracker.PrinterReaders.Names;

namespace SmartTracker.Collection.Tests;

/// <summary>A job keeps the names under which it was first kept, and nothing that is decided about names touches money.</summary>
public class KeptNameTests
{
    private static readonly byte[] Key = new byte[Pseudonym.KeyLength];

    private static readonly Gen<string?> Names = Gen.OneOf(
        Gen.Const((string?)null), Gen.Const((string?)WithheldName.Dropped), Gen.OneOf(Gen.Const((string?)"Anna"), Gen.Const((string?)"Berta")),
        Gen.OneOf(Gen.Const("Anna"), Gen.Const("Berta")).Select(name => (string?)Pseudonym.Of(Key, NameKind.User, name)));

    private static readonly Gen<JobFigures> Figures = Gen.Select(Names, Names, Names, Gen.Int[0, 3]).Select((user, job, source, pages) => new JobFigures
    {
        Kind = JobKind.Print,
        Status = PrintJobStatus.Completed,
        Impressions = pages,
        Raw = source is null ? new SortedDictionary<string, string> { ["A"] = "a" } : new SortedDictionary<string, string> { ["A"] = "a", [JobFigures.SourceName] = source },
    }.Named(user, job));

    [Fact]
    public void Figures_are_accounted_the_same_whatever_names_they_keep() => Gen.Select(Figures, Figures).Sample((before, now) =>
    {
        var kept = now.KeepingNamesOf(before);
        Assert.True(kept.IsAccountedLike(now));
        Assert.Equal(kept.ToJson(), kept.KeepingNamesOf(before).ToJson());
        Assert.Equal(kept.ToJson(), JobFigures.FromJson(kept.ToJson()).KeepingNamesOf(JobFigures.FromJson(before.ToJson())).ToJson());
    });

    [Fact]
    public void What_differs_only_by_what_is_withheld_is_the_same_word_about_a_job() => Gen.Select(Names, Names, Gen.Bool).Where(told => told.Item1 is not null && told.Item2 is not null).Sample((user, job, drops) =>
    {
        var before = new JobFigures { Kind = JobKind.Print, Status = PrintJobStatus.Completed }.Named(user, job);
        var privacy = drops ? new NamePrivacy(NameHandling.Drop, NameHandling.Drop, null) : new NamePrivacy(NameHandling.Pseudonymise, NameHandling.Pseudonymise, Key);
        var again = new JobFigures { Kind = JobKind.Print, Status = PrintJobStatus.Completed }.Named(privacy.OfUser(user), privacy.OfJob(job));
        Assert.Equal(before.ToJson(), again.KeepingNamesOf(before).ToJson());
        Assert.True(JobFigures.MayWithhold(again.ToJson()));
    });

    [Fact]
    public void Where_nothing_is_withheld_the_later_word_counts_as_ever()
    {
        var named = new JobFigures { Kind = JobKind.Print, Status = PrintJobStatus.Completed }.Named("Anna", "Plan.pdf");
        var silent = named.Named(null, null);
        Assert.Same(silent, silent.KeepingNamesOf(named));
        Assert.Same(named, named.KeepingNamesOf(silent));
        Assert.False(JobFigures.MayWithhold(named.ToJson()));
    }
}
