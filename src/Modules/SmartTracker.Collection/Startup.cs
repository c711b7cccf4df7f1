using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Navigation;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Abstractions.Security;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Abstractions.Verification;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Api;
using SmartTracker.Collection.Collecting;
using SmartTracker.Collection.Collecting.Turns;
using SmartTracker.Collection.Completeness;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.History;
using SmartTracker.Collection.Import;
using SmartTracker.Collection.Jobs;
using SmartTracker.Collection.Mailbox;
using SmartTracker.Collection.Privacy;
using SmartTracker.Collection.Profiles;
using SmartTracker.Collection.SetAside;
using SmartTracker.Collection.Sources;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Scheduling.Abstractions;

namespace SmartTracker.Collection;

public sealed class Startup
{
    public int Order => 0;

    public int ConfigureOrder => 0;

    public void ConfigureServices(IServiceCollection services)
    {
        services.AddOptions<CollectionOptions>().BindConfiguration(CollectionOptions.Section).ValidateDataAnnotations();
        services.AddModuleDbContext<CollectionDbContext>();
        services.AddScoped<RawArchive>();
        services.AddScoped<PrintJobStore>();
        services.AddScoped<KnownPrintJobs>();
        services.AddScoped<PrintJobImporter>();
        services.AddScoped<ImportBatchStorage>();
        services.AddScoped<ImportHistory>();
        services.AddScoped<ImportProfileStore>();
        services.AddScoped<ProfileImporter>();
        services.AddScoped<ProfileWords>();
        services.AddScoped<ProfilePages>();
        services.AddScoped<ImportPages>();
        services.AddSingleton<ImportReports>();
        services.AddScoped<IRecipeStep, ProfilesRecipeStep>();
        services.AddScoped<NamePrivacyStore>();
        services.AddScoped<PseudonymKeys>();
        services.AddScoped<NamePrivacies>();
        services.AddScoped<NamePrivacyChanger>();
        services.AddScoped<NamePrivacyPages>();
        services.AddScoped<IRecipeStep, NamePrivacyRecipeStep>();
        services.AddScoped<MailboxStore>();
        services.AddScoped<MailboxSecrets>();
        services.AddScoped<MailboxConnection>();
        services.AddScoped<MailboxReader>();
        services.AddScoped<MessageImport>();
        services.AddScoped<MailboxWords>();
        services.AddScoped<MailboxPages>();
        services.AddScoped<IScheduledWork, ReadMailboxWork>();
        services.AddScoped<CoverageStore>();
        services.AddScoped<CollectionHistory>();
        services.AddScoped<CollectionTexts>();
        services.AddScoped<PrinterFetching>();
        services.AddScoped<JobIntake>();
        services.AddScoped<StateFetching>();
        services.AddScoped<PaceStore>();
        services.AddScoped<CollectionPacing>();
        services.AddScoped<StateIntake>();
        services.AddScoped<PrinterCollection>();
        services.AddScoped<CollectionIntake>();
        services.AddScoped<CollectionEnding>();
        services.AddScoped<UnreadAnswers>();
        services.AddSingleton<Interpretation>();
        services.AddScoped<PrintJobCollector>();
        services.AddSingleton(provider => VisitTurns.Of(provider.GetRequiredService<HostConfiguration>()));
        services.AddSingleton<CollectionRounds>();
        services.AddSingleton<CollectionRuns>();
        services.AddScoped<IPrinterVisits, PrinterVisits>();
        services.AddScoped<CollectionRunPages>();
        services.AddScoped<PrintJobQuery>();
        services.AddScoped<PrintJobSums>();
        services.AddScoped<JobFacets>();
        services.AddScoped<JobListStore>();
        services.AddScoped<JobListChoices>();
        services.AddScoped<JobListSettingsPages>();
        services.AddScoped<JobWords>();
        services.AddScoped<JobCells>();
        services.AddScoped<PrintJobFilterWords>();
        services.AddScoped<PrintJobListing>();
        services.AddScoped<PrintJobCsv>();
        services.AddScoped<FigureChanges>();
        services.AddScoped<CollectionStarter>();
        services.AddScoped<PrintJobResources>();
        services.AddScoped<PrintJobPages>();
        services.AddScoped<CollectionPages>();
        services.AddScoped<JobSources>();
        services.AddScoped<SecondListingStore>();
        services.AddScoped<SourceMatching>();
        services.AddScoped<SecondListingDeciding>();
        services.AddScoped<SourceWords>();
        services.AddScoped<SecondListingPages>();
        services.AddScoped<IPrintJobFacts, SecondListingFacts>();
        services.AddScoped<GapStore>();
        services.AddScoped<MeterReadStore>();
        services.AddScoped<PrinterReconciler>();
        services.AddScoped<MonthReconciler>();
        services.AddScoped<ResidualStore>();
        services.AddScoped<ResidualJobs>();
        services.AddScoped<ResidualBook>();
        services.AddScoped<GapProof>();
        services.AddScoped<GapDeciding>();
        services.AddScoped<CompletenessWords>();
        services.AddScoped<ReasonWords>();
        services.AddScoped<CompletenessPages>();
        services.AddScoped<CompletenessCsv>();
        services.AddScoped<ResidualPages>();

        services.AddScoped<IPrintJobs, PrintJobs>();
        services.AddScoped<IPrintJobUsage, PrintJobUsageReader>();
        services.AddScoped<IPrinterCoverage, PrinterCoverages>();
        services.AddScoped<IScheduledWork, CollectPrintJobsWork>();
        services.AddScoped<AnswerRelease>();
        services.AddScoped<UnreadAnswerWords>();
        services.AddScoped<IPrinterPagePart, UnreadAnswerPart>();
        services.AddScoped<IPrinterPagePart, PrinterCompletenessPart>();
        services.AddScoped<IPrinterPagePart, PrinterCollectionsPart>();
        services.AddScoped<IPrinterPagePart, CollectNowPart>();
        services.AddScoped<IPrinterUse, PrinterUse>();
        services.AddScoped<IPrinterActivity, PrinterMonth>();
        services.AddScoped<IPrinterJobFacts, PrinterJobFactsReader>();
        services.AddScoped<IManualMeterReads, ManualMeterReads>();
        services.AddScoped<IPrinterUse, MeteredPrinterUse>();
        services.AddScoped<IAttentionSource, CollectionAttention>();
        services.AddScoped<IVerification, CollectionVerification>();
        services.AddScoped<INavigationProvider, CollectionNavigation>();
        services.AddScoped<ISearchProvider, JobSearch>();
        services.AddSingleton<IPermissionProvider, CollectionPermissions>();
    }

    public void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider services)
    {
    }
}
