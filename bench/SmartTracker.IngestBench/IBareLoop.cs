namespace SmartTracker.IngestBench;

/// <summary>The fastest way into <c>print_jobs</c> of a tenant that the database's own client offers, with all its indexes and checks.</summary>
internal interface IBareLoop
{
    Task<Run> InsertAsync(int rows);

    /// <summary>Number of jobs and the length of what they say, to prove that both ways wrote the same.</summary>
    Task<(long Jobs, long Area, long Length)> SumsAsync(string tenant);
}

internal static class JobColumns
{
    public const string All = """
        id, printer_id, printer_serial, device_epoch, device_job_id, revision, kind, status, user_name, job_name, submitted_at, completed_at, accounted_at,
        pages_per_copy, copies_printed, impressions, media_type, media_width_um, page_area_mm2, media_area_mm2, ink_nl, ink_by_channel, figures, first_seen_at, last_changed_at, import_id, source
        """;

    public const string Import = "id, started_at, started_by, format, accepted, duplicates, rejected";

    public const string Sums = "count(*), sum(media_area_mm2), sum(length(figures) + length(ink_by_channel) + length(job_name) + length(user_name) + length(media_type))";
}
