using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.PrinterReaders;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Data;

/// <summary>Keeps every answer of a device as it came, compressed and with its hash, before anybody interprets it.</summary>
public sealed class RawArchive(CollectionDbContext context)
{
    /// <param name="answers">In the order in which they came, with the protocol of whoever asked for the state, or null for jobs.</param>
    public async Task AddAsync(
        PrinterId printer, Uri address, CollectionId collection, IEnumerable<(RawAnswer Answer, string? StateProtocol)> answers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answers);
        foreach (var (index, (answer, protocol)) in answers.Index())
            context.RawAnswers.Add(Row(printer, address, collection, index + 1, answer, protocol));
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>What one collection was answered about jobs, in order, for a replay.</summary>
    public async Task<IReadOnlyList<RawAnswer>> ReadAsync(CollectionId collection, CancellationToken cancellationToken)
    {
        var rows = await context.RawAnswers.AsNoTracking()
            .Where(row => row.CollectionId == collection && row.StateProtocol == null).OrderBy(row => row.Position).ToListAsync(cancellationToken);
        return [.. rows.Select(Answer)];
    }

    /// <summary>What was answered about jobs, in one number that knows the same content again; null where nothing was.</summary>
    public static byte[]? Digest(IEnumerable<RawAnswer> answers) => AnswerContent.Digest([.. answers.Select(answer => (answer.Status, answer.Body))]);

    /// <summary>The same of what one collection archived.</summary>
    public async Task<byte[]?> DigestAsync(CollectionId collection, CancellationToken cancellationToken) => Digest(await ReadAsync(collection, cancellationToken));

    /// <summary>Addresses of the answers whose content is not what was archived.</summary>
    public async Task<IReadOnlyList<string>> FindDamagedAsync(CancellationToken cancellationToken)
    {
        var damaged = new List<string>();
        await foreach (var row in context.RawAnswers.AsNoTracking().OrderBy(row => row.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (!IsIntact(row))
                damaged.Add($"{row.Url} ({row.ReceivedAt})");
        }

        return damaged;
    }

    private static RawAnswerRow Row(PrinterId printer, Uri address, CollectionId collection, int position, RawAnswer answer, string? stateProtocol) => new()
    {
        Id = Guid.CreateVersion7(),
        PrinterId = printer,
        CollectionId = collection,
        Position = position,
        StateProtocol = stateProtocol,
        Url = new Uri(address, answer.Path).AbsoluteUri,
        ReceivedAt = Clock.Microseconds(answer.ReceivedAt),
        Status = answer.Status,
        ContentType = answer.ContentType,
        IsWhole = answer.IsWhole,
        Length = answer.Body.Length,
        Sha256 = SHA256.HashData(answer.Body),
        Content = Compress(answer.Body),
    };

    private static RawAnswer Answer(RawAnswerRow row) => new(
        Path(new Uri(row.Url)), row.ReceivedAt.ToDateTimeOffset(), row.Status, row.ContentType,
        Decompress(row.Content, row.Length) ?? throw new InvalidDataException($"The archived answer of {row.Url} is damaged."), row.IsWhole);

    // With the fragment: where one path serves all, it says what was asked.
    private static string Path(Uri url) => url.PathAndQuery + url.Fragment;

    private static bool IsIntact(RawAnswerRow row) =>
        Decompress(row.Content, row.Length) is { } body && SHA256.HashData(body).AsSpan().SequenceEqual(row.Sha256);

    private static byte[] Compress(byte[] body)
    {
        using var target = new MemoryStream();
        using (var brotli = new BrotliStream(target, CompressionLevel.Fastest))
            brotli.Write(body);
        return target.ToArray();
    }

    // Null where the content is not a compression of exactly that many bytes.
    private static byte[]? Decompress(byte[] content, long length)
    {
        using var brotli = new BrotliStream(new MemoryStream(content), CompressionMode.Decompress);
        var body = new byte[length];
        try
        {
            return brotli.ReadAtLeast(body, body.Length, throwOnEndOfStream: false) == body.Length && brotli.ReadByte() < 0 ? body : null;
        }
        catch (Exception exception) when (exception is InvalidOperationException or InvalidDataException or IOException)
        {
            return null;
        }
    }
}
