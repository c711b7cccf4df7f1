using NodaTime;

namespace SmartTracker.Api.Data;

/// <summary>A row of <c>api_answers</c>: what a POST with an <c>Idempotency-Key</c> was answered. Kept for ever, because bills are monthly.</summary>
public sealed class StoredAnswer
{
    public required Guid KeyId { get; init; }

    /// <summary>As the client chose it; counts per API key.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>SHA-256 over path and body of the request.</summary>
    public required byte[] RequestHash { get; set; }

    public required Instant AskedAt { get; init; }

    /// <summary>0 until the work is done; such a row is seen by nobody but the transaction that does it.</summary>
    public int Status { get; set; }

    public string? ContentType { get; set; }

    public string? Location { get; set; }

    public byte[] Body { get; set; } = [];
}
