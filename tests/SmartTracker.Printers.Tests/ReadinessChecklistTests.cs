using NodaTime;
using SmartTracker.PrinterReaders;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Domain;
using SmartTracker.Printers.Domain.Checklist;

namespace SmartTracker.Printers.Tests;

/// <summary>The installation guide as rules.</summary>
public class ReadinessChecklistTests
{
    private static readonly DateTimeOffset Now = Make.Noon.ToDateTimeOffset();

    [Fact]
    public void A_printer_set_up_as_the_guide_asks_is_green_on_every_point()
    {
        var checklist = ReadinessChecklist.Of(Exemplary());
        Assert.Equal("", string.Join(", ", checklist.Findings.Where(finding => finding.Result != ReadinessResult.Passed)));
        Assert.Equal((ReadinessResult.Passed, 100), (checklist.Verdict, checklist.Score));
    }

    [Fact]
    public void A_printer_that_nobody_spoke_to_is_open_and_never_green()
    {
        var checklist = ReadinessChecklist.Of(new ReadinessFacts(Printer.Register(PrinterId.New(), "New", Make.Address(), "piws", false, Make.Noon), Make.Noon));
        Assert.DoesNotContain(checklist.Findings, finding => finding.Result == ReadinessResult.Failed);
        Assert.Equal(FindingCase.NeverContacted, checklist.Findings[0].Case);
        Assert.Equal(9, checklist.Count(ReadinessResult.Open));
    }

    [Theory]
    [InlineData(0, 0, FindingCase.UserNamesTooFewJobs, ReadinessResult.Open)]
    [InlineData(9, 9, FindingCase.UserNamesTooFewJobs, ReadinessResult.Open)]
    [InlineData(10, 0, FindingCase.UserNamesGiven, ReadinessResult.Passed)]
    [InlineData(10, 1, FindingCase.UserNamesPartly, ReadinessResult.Advice)]
    [InlineData(50, 24, FindingCase.UserNamesPartly, ReadinessResult.Advice)]
    [InlineData(50, 25, FindingCase.UserNamesWithheld, ReadinessResult.Failed)]
    [InlineData(10, 10, FindingCase.UserNamesWithheld, ReadinessResult.Failed)]
    public void Names_are_judged_from_enough_jobs_only(int jobs, int without, FindingCase @case, ReadinessResult result) =>
        AssertFinding(Exemplary() with { Jobs = new PrinterJobFacts(jobs, without, 0) }, ReadinessPoint.UserNames, @case, result);

    [Fact]
    public void Names_that_are_dropped_on_purpose_say_nothing_about_the_printer() =>
        AssertFinding(Exemplary() with { Jobs = new(50, 50, 0), DropsUserNames = true }, ReadinessPoint.UserNames, FindingCase.UserNamesNotWanted, ReadinessResult.Passed);

    [Theory]
    [InlineData(0, FindingCase.ClockRight, ReadinessResult.Passed)]
    [InlineData(-120, FindingCase.ClockRight, ReadinessResult.Passed)]
    [InlineData(121, FindingCase.ClockWrong, ReadinessResult.Advice)]
    [InlineData(-600, FindingCase.ClockWrong, ReadinessResult.Advice)]
    [InlineData(3600, FindingCase.ClockInOtherZone, ReadinessResult.Failed)]
    [InlineData(-3605, FindingCase.ClockInOtherZone, ReadinessResult.Failed)]
    [InlineData(20_700, FindingCase.ClockInOtherZone, ReadinessResult.Failed)]
    [InlineData(4200, FindingCase.ClockWrong, ReadinessResult.Failed)]
    [InlineData(86_400 * 365, FindingCase.ClockWrong, ReadinessResult.Failed)]
    public void A_clock_is_right_within_two_minutes_and_a_whole_zone_is_named_as_one(int seconds, FindingCase @case, ReadinessResult result) =>
        AssertFinding(Exemplary(clockAhead: TimeSpan.FromSeconds(seconds)), ReadinessPoint.Clock, @case, result);

    [Theory]
    [InlineData(400, false, true, FindingCase.CertificateByAuthority, ReadinessResult.Passed)]
    [InlineData(400, false, false, FindingCase.CertificateByStranger, ReadinessResult.Advice)]
    [InlineData(400, true, false, FindingCase.CertificateSelfSigned, ReadinessResult.Advice)]
    [InlineData(31, false, true, FindingCase.CertificateByAuthority, ReadinessResult.Passed)]
    [InlineData(30, false, true, FindingCase.CertificateEndsSoon, ReadinessResult.Advice)]
    [InlineData(0, true, false, FindingCase.CertificateExpired, ReadinessResult.Failed)]
    [InlineData(-1, false, true, FindingCase.CertificateExpired, ReadinessResult.Failed)]
    public void A_certificate_is_judged_by_who_signed_it_and_how_long_it_lasts(int days, bool selfSigned, bool trusted, FindingCase @case, ReadinessResult result) =>
        AssertFinding(Exemplary(certificate: Certificate(days, selfSigned, trusted)), ReadinessPoint.Certificate, @case, result);

    [Fact]
    public void Another_key_is_red_at_the_certificate_and_not_at_the_contact()
    {
        var facts = Exemplary();
        facts.Printer.Failed(new PrinterProblem(PrinterProblems.KeyChanged, Make.Key, Make.OtherKey), Make.OtherKey, Make.Noon);
        AssertFinding(facts, ReadinessPoint.Certificate, FindingCase.KeyChanged, ReadinessResult.Failed);
        AssertFinding(facts, ReadinessPoint.Contact, FindingCase.Answers, ReadinessResult.Passed);
    }

    [Fact]
    public void A_printer_that_is_switched_off_is_red_with_the_reason()
    {
        var facts = Exemplary();
        var problem = new PrinterProblem("Absent", "10.20.4.32:443");
        facts.Printer.Failed(problem, null, Make.Noon);
        Assert.Equal(problem, Assert.Single(ReadinessChecklist.Of(facts).Findings, finding => finding.Case == FindingCase.NotReached).Values[0]);
    }

    [Theory]
    [InlineData(PasswordState.NotSetOnPrinter, FindingCase.PasswordNotSet, ReadinessResult.Failed)]
    [InlineData(PasswordState.Accepted, FindingCase.PasswordAccepted, ReadinessResult.Passed)]
    [InlineData(PasswordState.NotNeeded, FindingCase.PasswordNotAskedFor, ReadinessResult.Open)]
    public void The_password_is_judged_by_how_the_printer_took_it(PasswordState state, FindingCase @case, ReadinessResult result)
    {
        var facts = Exemplary();
        facts.Printer.Took(state);
        AssertFinding(facts, ReadinessPoint.Password, @case, result);
    }

    [Fact]
    public void A_new_password_is_not_taken_for_the_old_one_that_was_accepted()
    {
        var facts = Exemplary();
        facts.Printer.SetPassword("another");
        AssertFinding(facts, ReadinessPoint.Password, FindingCase.PasswordNotTried, ReadinessResult.Open);
    }

    [Theory]
    [InlineData(null, 50, 50, FindingCase.AccountAlwaysGiven, ReadinessResult.Passed)]
    [InlineData(null, 50, 49, FindingCase.AccountNotAnswered, ReadinessResult.Open)]
    [InlineData(PrinterQuestions.Required, 50, 49, FindingCase.AccountRequiredButMissing, ReadinessResult.Advice)]
    [InlineData(PrinterQuestions.Required, 5, 0, FindingCase.AccountRequired, ReadinessResult.Passed)]
    [InlineData(PrinterQuestions.NotRequired, 50, 0, FindingCase.AccountNotRequired, ReadinessResult.Advice)]
    [InlineData(PrinterQuestions.NotNeeded, 50, 0, FindingCase.AccountNotNeeded, ReadinessResult.Passed)]
    public void Jobs_prove_the_account_id_or_a_person_answers(string? answer, int jobs, int with, FindingCase @case, ReadinessResult result) =>
        AssertFinding(Exemplary() with { Jobs = new(jobs, 0, with), Answers = Answers(PrinterQuestion.AccountId, answer) }, ReadinessPoint.AccountId, @case, result);

    [Theory]
    [InlineData(null, FindingCase.ProxyNotAnswered, ReadinessResult.Open)]
    [InlineData(PrinterQuestions.None, FindingCase.NoProxy, ReadinessResult.Passed)]
    [InlineData(PrinterQuestions.Proved, FindingCase.ProxyProved, ReadinessResult.Passed)]
    [InlineData(PrinterQuestions.Unproved, FindingCase.ProxyUnproved, ReadinessResult.Advice)]
    public void The_web_proxy_is_what_a_person_said_with_name_and_date(string? answer, FindingCase @case, ReadinessResult result)
    {
        var finding = AssertFinding(Exemplary() with { Answers = Answers(PrinterQuestion.WebProxy, answer) }, ReadinessPoint.WebProxy, @case, result);
        if (answer is not null)
            Assert.Equal(["katrin", Make.Noon], finding.Values);
    }

    [Theory]
    [InlineData(0, 29, FindingCase.ListIsShort, ReadinessResult.Advice)]
    [InlineData(0, 30, FindingCase.ListReachesBack, ReadinessResult.Passed)]
    [InlineData(1, 3000, FindingCase.JobsMayBeLost, ReadinessResult.Failed)]
    public void The_job_list_must_outlive_one_reading_that_fails(int gaps, int reachMinutes, FindingCase @case, ReadinessResult result) =>
        AssertFinding(Exemplary() with { Jobs = new(50, 0, 0) { Gaps = gaps, ListReachesBack = TimeSpan.FromMinutes(reachMinutes) } }, ReadinessPoint.Retention, @case, result);

    [Fact]
    public void A_sister_with_a_firmware_seen_later_shows_that_this_one_is_behind()
    {
        var facts = Exemplary();
        var sister = Make.Printer("Sister");
        sister.Answered(Make.Answer() with { Firmware = "FW 2" }, null, Make.Noon + Duration.FromDays(3));
        AssertFinding(facts with { SameModel = [sister] }, ReadinessPoint.Firmware, FindingCase.FirmwareBehind, ReadinessResult.Advice);
        AssertFinding(facts with { Now = Make.Noon + Duration.FromDays(366) }, ReadinessPoint.Firmware, FindingCase.FirmwareOld, ReadinessResult.Advice);
    }

    [Fact]
    public void A_firmware_is_as_old_as_the_printer_says_it_is_however_long_it_has_been_here()
    {
        var released = Make.Noon - Duration.FromDays(300);
        var facts = Exemplary();
        facts.Printer.Answered(Make.Answer() with { FirmwareReleasedAt = released.ToDateTimeOffset() }, null, Make.Noon);
        AssertFinding(facts, ReadinessPoint.Firmware, FindingCase.FirmwareReleased, ReadinessResult.Passed);
        AssertFinding(facts with { Now = Make.Noon + Duration.FromDays(70) }, ReadinessPoint.Firmware, FindingCase.FirmwareReleasedLongAgo, ReadinessResult.Advice);

        var sister = Make.Printer("Sister");
        sister.Answered(Make.Answer() with { Firmware = "FW 2", FirmwareReleasedAt = (released - Duration.FromDays(1)).ToDateTimeOffset() }, null, Make.Noon + Duration.FromDays(3));
        AssertFinding(facts with { SameModel = [sister] }, ReadinessPoint.Firmware, FindingCase.FirmwareReleased, ReadinessResult.Passed);
        sister.Answered(Make.Answer() with { Firmware = "FW 3", FirmwareReleasedAt = (released + Duration.FromDays(1)).ToDateTimeOffset() }, null, Make.Noon + Duration.FromDays(4));
        AssertFinding(facts with { SameModel = [sister] }, ReadinessPoint.Firmware, FindingCase.FirmwareReleasedBefore, ReadinessResult.Advice);
    }

    [Theory]
    [InlineData(SnmpVersion.V2c, SnmpAuthentication.None, SnmpPrivacy.None, FindingCase.SnmpReadable, ReadinessResult.Advice)]
    [InlineData(SnmpVersion.V3, SnmpAuthentication.Sha256, SnmpPrivacy.None, FindingCase.SnmpReadable, ReadinessResult.Advice)]
    [InlineData(SnmpVersion.V3, SnmpAuthentication.Md5, SnmpPrivacy.Aes128, FindingCase.SnmpWeak, ReadinessResult.Advice)]
    [InlineData(SnmpVersion.V3, SnmpAuthentication.Sha256, SnmpPrivacy.Des, FindingCase.SnmpWeak, ReadinessResult.Advice)]
    [InlineData(SnmpVersion.V3, SnmpAuthentication.Sha256, SnmpPrivacy.Aes128, FindingCase.SnmpPrivate, ReadinessResult.Passed)]
    public void Only_authenticated_and_encrypted_SNMP_is_private(SnmpVersion version, SnmpAuthentication authentication, SnmpPrivacy privacy, FindingCase @case, ReadinessResult result)
    {
        var facts = Exemplary();
        facts.Printer.SetSnmp(new SnmpProfile(version, 161, "user", authentication, privacy), "protected");
        AssertFinding(facts, ReadinessPoint.Snmp, @case, result);
    }

    [Fact]
    public void What_is_not_on_the_network_has_nothing_to_check_and_what_gives_no_jobs_has_four_points()
    {
        Assert.Empty(ReadinessChecklist.Of(new(Printer.Register(PrinterId.New(), "By hand", PrinterAddress.OfManual(Guid.NewGuid()), Printer.Manual, false, Make.Noon), Make.Noon)).Findings);
        Assert.True(PrinterAddress.TryParse("10.20.4.32", Printer.StateOnly, out var agent, out _));
        Assert.Equal(4, ReadinessChecklist.Of(new(Printer.Register(PrinterId.New(), "State", agent, Printer.StateOnly, false, Make.Noon), Make.Noon)).Findings.Count);
    }

    [Fact]
    public void A_fleets_score_counts_points_and_leaves_open_ones_out()
    {
        var open = ReadinessChecklist.Of(new(Printer.Register(PrinterId.New(), "New", Make.Address(), "piws", false, Make.Noon), Make.Noon));
        Assert.Equal(100, ReadinessChecklist.ScoreOf([ReadinessChecklist.Of(Exemplary())]));
        Assert.InRange(ReadinessChecklist.ScoreOf([ReadinessChecklist.Of(Exemplary()), open])!.Value, 90, 99);
        Assert.Null(ReadinessChecklist.ScoreOf([]));
    }

    private static Finding AssertFinding(ReadinessFacts facts, ReadinessPoint point, FindingCase @case, ReadinessResult result)
    {
        var finding = Assert.Single(ReadinessChecklist.Of(facts).Findings, finding => finding.Point == point);
        Assert.Equal((@case, result), (finding.Case, finding.Result));
        return finding;
    }

    private static ReadinessFacts Exemplary(PrinterCertificate? certificate = null, TimeSpan? clockAhead = null)
    {
        var printer = Make.Printer();
        printer.Answered(
            Make.Answer() with
            {
                Certificate = certificate ?? Certificate(400, false, true),
                DeviceTime = Now + (clockAhead ?? TimeSpan.Zero),
                DeviceTimeReadAt = Now,
                Password = PasswordState.Accepted,
            },
            null,
            Make.Noon);
        return new ReadinessFacts(printer, Make.Noon)
        {
            Jobs = new PrinterJobFacts(50, 0, 50) { ListReachesBack = TimeSpan.FromDays(20) },
            ReadEvery = TimeSpan.FromMinutes(15),
            Answers = Answers(PrinterQuestion.WebProxy, PrinterQuestions.None),
        };
    }

    private static PrinterCertificate Certificate(int days, bool selfSigned, bool trusted) =>
        new(Make.Key, "CN=Printer", selfSigned ? "CN=Printer" : "CN=Authority", Now.AddYears(-1), Now.AddDays(days), selfSigned, trusted);

    private static Dictionary<PrinterQuestion, PrinterAnswer> Answers(PrinterQuestion question, string? answer) => answer is null
        ? []
        : new() { [question] = new PrinterAnswer { Question = question, Answer = answer, AnsweredAt = Make.Noon, AnsweredBy = "katrin" } };
}
