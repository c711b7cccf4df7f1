using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace SmartTracker.Abstractions.Data;

// Big-endian bytes keep the order of UUIDv7, so a SQLite index over ids stays in order of creation.
internal sealed class GuidBytesConverter() : ValueConverter<Guid, byte[]>(
    id => id.ToByteArray(true), bytes => new Guid(bytes, true));

internal sealed class IdBytesConverter<TId>() : ValueConverter<TId, byte[]>(
    id => id.Value.ToByteArray(true), bytes => Ids.From<TId>(new Guid(bytes, true)))
    where TId : struct, IEntityId<TId>;

internal sealed class IdGuidConverter<TId>() : ValueConverter<TId, Guid>(
    id => id.Value, value => Ids.From<TId>(value))
    where TId : struct, IEntityId<TId>;

// An expression tree cannot call a static interface member itself.
internal static class Ids
{
    public static TId From<TId>(Guid value)
        where TId : struct, IEntityId<TId> => TId.From(value);
}

internal sealed class InstantTicksConverter() : ValueConverter<Instant, long>(
    instant => instant.ToUnixTimeTicks(), ticks => Instant.FromUnixTimeTicks(ticks));

internal sealed class InstantTimestampConverter() : ValueConverter<Instant, DateTime>(
    instant => instant.ToDateTimeUtc(), time => Instant.FromDateTimeUtc(DateTime.SpecifyKind(time, DateTimeKind.Utc)));

internal sealed class LocalDateConverter() : ValueConverter<LocalDate, DateOnly>(
    date => date.ToDateOnly(), date => LocalDate.FromDateOnly(date));
