using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace SmartTracker.Api.Rules;

/// <summary>A request's body that is hashed while somebody reads it, however large it is.</summary>
internal sealed class HashedBody(HttpRequest request) : Stream
{
    private readonly Stream _body = request.Body;
    private readonly IncrementalHash _hash = RequestHash.Begin(request);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await _body.ReadAsync(buffer, cancellationToken);
        _hash.AppendData(buffer.Span[..read]);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Bodies are read asynchronously.");

    /// <summary>Reads what is left.</summary>
    public async Task<byte[]> HashOfAllAsync(CancellationToken cancellationToken)
    {
        await CopyToAsync(Null, cancellationToken);
        return _hash.GetCurrentHash();
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _hash.Dispose();
        base.Dispose(disposing);
    }
}
