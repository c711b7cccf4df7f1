using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace SmartTracker.Api.Rules;

/// <summary>Tells whether two requests are the same: SHA-256 over path, query and body as sent.</summary>
internal static class RequestHash
{
    public static IncrementalHash Begin(HttpRequest request)
    {
        var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Path}{request.QueryString}\n"));
        return hash;
    }

    public static async Task<byte[]> OfAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        await using var body = new HashedBody(request);
        return await body.HashOfAllAsync(cancellationToken);
    }
}
