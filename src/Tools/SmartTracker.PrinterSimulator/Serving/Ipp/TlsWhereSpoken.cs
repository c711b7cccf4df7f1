using System.IO.Pipelines;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace SmartTracker.PrinterSimulator.Serving.Ipp;

/// <summary>IPP printers take TLS and plain HTTP on the same port: the first byte of a connection tells which.</summary>
internal static class TlsWhereSpoken
{
    /// <summary>Of a TLS record that holds a ClientHello.</summary>
    private const byte Handshake = 0x16;

    public static void UseTlsWhereSpoken(this ListenOptions listen, X509Certificate2 certificate) => listen.Use(next => async connection =>
    {
        var input = connection.Transport.Input;
        var read = await input.ReadAsync();
        var isTls = read.Buffer.Length > 0 && read.Buffer.FirstSpan[0] == Handshake;
        // Looked at, not taken.
        input.AdvanceTo(read.Buffer.Start);
        if (!isTls)
        {
            await next(connection);
            return;
        }

        var plain = connection.Transport;
        await using var tls = new SslStream(new DuplexStream(plain), leaveInnerStreamOpen: true);
        try
        {
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate });
            connection.Transport = new Duplex(PipeReader.Create(tls), PipeWriter.Create(tls));
            await next(connection);
        }
        catch (Exception exception) when (exception is AuthenticationException or IOException)
        {
            // The client went away, or did not like the certificate.
        }
        finally
        {
            connection.Transport = plain;
        }
    });

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    private sealed class DuplexStream(IDuplexPipe pipe) : Stream
    {
        private readonly Stream _input = pipe.Input.AsStream(leaveOpen: true);
        private readonly Stream _output = pipe.Output.AsStream(leaveOpen: true);

        public override bool CanRead => true;

        public override bool CanWrite => true;

        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => _input.ReadAsync(buffer, cancellationToken);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => _output.WriteAsync(buffer, cancellationToken);

        public override Task FlushAsync(CancellationToken cancellationToken) => _output.FlushAsync(cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => _input.Read(buffer, offset, count);

        public override void Write(byte[] buffer, int offset, int count) => _output.Write(buffer, offset, count);

        public override void Flush() => _output.Flush();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
