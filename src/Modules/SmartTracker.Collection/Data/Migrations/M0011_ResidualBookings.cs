using FluentMigrator;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Collection.Data.Migrations;

/// <summary>What persons made of what counters counted beyond all known jobs.</summary>
[Migration(11)]
public sealed class M0011_ResidualBookings : ModuleMigration
{
    public override void Up()
    {
        OnBoth(
            """
            CREATE TABLE residual_bookings (
                id {id} PRIMARY KEY,
                printer_id {id} NOT NULL,
                month text NOT NULL CHECK (length(month) = 7),
                kind text NOT NULL CHECK (kind IN ('Impressions', 'MediaLength', 'MediaArea', 'Ink')),
                purpose text NOT NULL CHECK (purpose IN ('Maintenance', 'Absorbed', 'Disputed', 'Charged')),
                amount bigint NOT NULL CHECK (amount <> 0),
                reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
                booked_by text NOT NULL,
                booked_at {instant} NOT NULL,
                withdrawn_by text NULL,
                withdrawn_at {instant} NULL,
                print_job_id {id} NULL REFERENCES print_jobs (id),
                CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL)),
                CHECK ((purpose = 'Charged') = (print_job_id IS NOT NULL))
            )
            """);
        OnBoth("CREATE INDEX ix_residual_bookings_printer ON residual_bookings (printer_id, month)");
    }
}
