using FluentMigrator;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Api.Data.Migrations;

[Migration(1)]
public sealed class M0001_Api : ModuleMigration
{
    public override void Up()
    {
        OnBoth(
            """
            CREATE TABLE api_keys (
                id {id} PRIMARY KEY,
                public_id text NOT NULL CHECK (length(public_id) = 8),
                name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
                secret_hash {bytes} NOT NULL CHECK (length(secret_hash) = 32),
                role_list text NOT NULL CHECK (role_list <> ''),
                created_at {instant} NOT NULL,
                created_by text NOT NULL,
                expires_at {instant} NULL,
                revoked_at {instant} NULL,
                revoked_by text NULL,
                last_used_at {instant} NULL,
                CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
            )
            """);
        OnBoth("CREATE UNIQUE INDEX ux_api_keys_public_id ON api_keys (public_id)");

        // No foreign key: the provider's keys act here too and lie in the provider's tenant.
        OnBoth(
            """
            CREATE TABLE api_answers (
                key_id {id} NOT NULL,
                idempotency_key text NOT NULL CHECK (length(idempotency_key) BETWEEN 1 AND 200),
                request_hash {bytes} NOT NULL CHECK (length(request_hash) = 32),
                asked_at {instant} NOT NULL,
                status integer NOT NULL,
                content_type text NULL,
                location text NULL,
                body {bytes} NOT NULL,
                PRIMARY KEY (key_id, idempotency_key)
            )
            """);
    }
}
