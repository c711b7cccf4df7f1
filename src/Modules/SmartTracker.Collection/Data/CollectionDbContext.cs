using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Domain;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Data;

public sealed class CollectionDbContext(DbContextOptions<CollectionDbContext> options, ITenantDatabase database)
    : ModuleDbContext(options, database)
{
    public DbSet<PrintJobRow> PrintJobs => Set<PrintJobRow>();

    public DbSet<SightingRow> Sightings => Set<SightingRow>();

    public DbSet<RawAnswerRow> RawAnswers => Set<RawAnswerRow>();

    public DbSet<CollectionRow> Collections => Set<CollectionRow>();

    public DbSet<CoverageRow> CoverageIntervals => Set<CoverageRow>();

    public DbSet<PaceRow> Paces => Set<PaceRow>();

    public DbSet<UnreadAnswerRow> UnreadAnswers => Set<UnreadAnswerRow>();

    public DbSet<GapDecisionRow> GapDecisions => Set<GapDecisionRow>();

    public DbSet<MeterReadRow> MeterReads => Set<MeterReadRow>();

    public DbSet<MarkRow> Marks => Set<MarkRow>();

    public DbSet<ImportRecord> Imports => Set<ImportRecord>();

    public DbSet<ImportProfileRow> ImportProfiles => Set<ImportProfileRow>();

    public DbSet<MailboxRow> Mailbox => Set<MailboxRow>();

    public DbSet<MailboxRuleRow> MailboxRules => Set<MailboxRuleRow>();

    public DbSet<MailboxMessageRow> MailboxMessages => Set<MailboxMessageRow>();

    public DbSet<SecondListingRow> SecondListings => Set<SecondListingRow>();

    public DbSet<ResidualBookingRow> ResidualBookings => Set<ResidualBookingRow>();

    public DbSet<HighestJobIdRow> HighestJobIds => Set<HighestJobIdRow>();

    public DbSet<JobColumnsRow> JobColumns => Set<JobColumnsRow>();

    public DbSet<JobViewRow> JobViews => Set<JobViewRow>();

    public DbSet<NamePrivacyRow> NamePrivacy => Set<NamePrivacyRow>();

    public DbSet<NamePrivacyEventRow> NamePrivacyEvents => Set<NamePrivacyEventRow>();

    protected override void ConfigureIds(IdConventions ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ids.Id<PrinterId>().Id<PrintJobId>().Id<CollectionId>().Id<ImportId>().Id<ImportProfileId>();
    }

    protected override void Configure(ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<CollectionRow>(row =>
        {
            row.ToTable("collections");
            row.HasKey(collection => collection.Id);
            row.Property(collection => collection.Result).HasConversion<string>();
        });
        model.Entity<RawAnswerRow>(row =>
        {
            row.ToTable("raw_answers");
            row.HasKey(answer => answer.Id);
            row.HasOne<CollectionRow>().WithMany().HasForeignKey(answer => answer.CollectionId);
        });
        model.Entity<PrintJobRow>(row =>
        {
            row.ToTable("print_jobs");
            row.HasKey(job => job.Id);
            row.Property(job => job.Kind).HasConversion<string>();
            row.Property(job => job.Status).HasConversion<string>();
            row.HasOne<ImportRecord>().WithMany().HasForeignKey(job => job.ImportId);
        });
        model.Entity<SightingRow>(row =>
        {
            row.ToTable("print_job_sightings");
            row.HasKey(sighting => new { sighting.PrintJobId, sighting.QueueId, sighting.Modification, sighting.ContentHash });
            row.HasOne<PrintJobRow>().WithMany().HasForeignKey(sighting => sighting.PrintJobId);
            row.HasOne<CollectionRow>().WithMany().HasForeignKey(sighting => sighting.CollectionId);
            row.HasOne<ImportRecord>().WithMany().HasForeignKey(sighting => sighting.ImportId);
        });
        model.Entity<SecondListingRow>(row =>
        {
            row.ToTable("second_listings");
            row.HasKey(listing => listing.Id);
            row.Property(listing => listing.State).HasConversion<string>();
            row.HasOne<PrintJobRow>().WithMany().HasForeignKey(listing => listing.PrintJobId);
            row.HasOne<CollectionRow>().WithMany().HasForeignKey(listing => listing.CollectionId);
            row.HasOne<ImportRecord>().WithMany().HasForeignKey(listing => listing.ImportId);
            row.Ignore(listing => listing.Identity);
        });
        model.Entity<ResidualBookingRow>(row =>
        {
            row.ToTable("residual_bookings");
            row.HasKey(booking => booking.Id);
            row.Property(booking => booking.Kind).HasConversion<string>();
            row.Property(booking => booking.Purpose).HasConversion<string>();
            row.HasOne<PrintJobRow>().WithMany().HasForeignKey(booking => booking.PrintJobId);
            row.Ignore(booking => booking.Booking);
        });
        model.Entity<ImportRecord>(row =>
        {
            row.ToTable("imports");
            row.HasKey(import => import.Id);
            row.Property(import => import.Format).HasConversion<string>();
        });
        model.Entity<HighestJobIdRow>(row =>
        {
            row.ToTable("highest_job_ids");
            row.HasKey(highest => new { highest.PrinterSerial, highest.DeviceEpoch });
        });
        model.Entity<CoverageRow>(row =>
        {
            row.ToTable("coverage_intervals");
            row.HasKey(interval => interval.Id);
        });
        model.Entity<PaceRow>(row =>
        {
            row.ToTable("collection_paces");
            row.HasKey(pace => pace.PrinterId);
            row.Ignore(pace => pace.Lane);
        });
        model.Entity<UnreadAnswerRow>(row =>
        {
            row.ToTable("unread_answers");
            row.HasKey(unread => unread.PrinterId);
            row.Property(unread => unread.Fault).HasConversion<string>();
            row.Ignore(unread => unread.Answer);
            row.HasOne<CollectionRow>().WithMany().HasForeignKey(unread => unread.CollectionId);
        });
        model.Entity<GapDecisionRow>(row =>
        {
            row.ToTable("gap_decisions");
            row.HasKey(decision => decision.CoverageIntervalId);
            row.Property(decision => decision.Decision).HasConversion<string>();
            row.HasOne<CoverageRow>().WithMany().HasForeignKey(decision => decision.CoverageIntervalId);
        });
        model.Entity<MeterReadRow>(row =>
        {
            row.ToTable("meter_reads");
            row.HasKey(read => read.Id);
            row.Property(read => read.Kind).HasConversion<string>();
        });
        model.Entity<MarkRow>(row =>
        {
            row.ToTable("collection_marks");
            row.HasKey(mark => new { mark.PrinterId, mark.QueueId });
        });
        model.Entity<PricedJob>().HasNoKey().ToView(null);
        model.Entity<JobColumnsRow>().ToTable("print_job_columns").HasKey(row => row.UserId);
        model.Entity<MailboxRow>(row =>
        {
            row.ToTable("import_mailbox");
            row.HasKey(mailbox => mailbox.Id);
            row.Property(mailbox => mailbox.Id).ValueGeneratedNever();
        });
        model.Entity<MailboxRuleRow>(row =>
        {
            row.ToTable("import_mailbox_rules");
            row.HasKey(rule => rule.Id);
            row.HasOne<ImportProfileRow>().WithMany().HasForeignKey(rule => rule.ProfileId);
        });
        model.Entity<MailboxMessageRow>(row =>
        {
            row.ToTable("import_messages");
            row.HasKey(message => message.Id);
            row.Property(message => message.Outcome).HasConversion<string>();
            row.HasOne<ImportRecord>().WithMany().HasForeignKey(message => message.ImportId);
        });
        model.Entity<ImportProfileRow>().ToTable("print_job_import_profiles").HasKey(row => row.Id);
        model.Entity<JobViewRow>().ToTable("print_job_views").HasKey(row => row.Id);
        model.Entity<NamePrivacyRow>(row =>
        {
            row.ToTable("name_privacy");
            row.HasKey(privacy => privacy.Id);
            row.Property(privacy => privacy.Id).ValueGeneratedNever();
            row.Property(privacy => privacy.UserNames).HasConversion<string>();
            row.Property(privacy => privacy.JobNames).HasConversion<string>();
        });
        model.Entity<NamePrivacyEventRow>(row =>
        {
            row.ToTable("name_privacy_events");
            row.HasKey(happened => happened.Id);
            row.Property(happened => happened.Kind).HasConversion<string>();
            row.Property(happened => happened.UserNames).HasConversion<string>();
            row.Property(happened => happened.JobNames).HasConversion<string>();
        });
    }
}
