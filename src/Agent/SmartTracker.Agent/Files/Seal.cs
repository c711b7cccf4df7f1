using System.Security.Cryptography;

namespace SmartTracker.Agent.Files;

/// <summary>Encrypts what is secret on the disk with a key file beside it (AES-256-GCM). A copy of a sealed file without the key file is worth nothing;
/// who can read both has the agent's account. On Windows the key file itself is bound to the computer.</summary>
public sealed class Seal
{
    private const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly byte[] _key;

    private Seal(byte[] key) => _key = key;

    public static Seal Create(string keyFile)
    {
        var key = RandomNumberGenerator.GetBytes(KeyLength);
        PrivateFolder.Write(keyFile, OperatingSystem.IsWindows() ? ProtectedData.Protect(key, null, DataProtectionScope.LocalMachine) : key);
        return new Seal(key);
    }

    /// <exception cref="CryptographicException">The file is not this computer's, or no key.</exception>
    public static Seal Open(string keyFile)
    {
        var stored = File.ReadAllBytes(keyFile);
        var key = OperatingSystem.IsWindows() ? ProtectedData.Unprotect(stored, null, DataProtectionScope.LocalMachine) : stored;
        return key.Length == KeyLength ? new Seal(key) : throw new CryptographicException($"{keyFile} is not a key.");
    }

    /// <param name="purpose">What the content is: it opens as nothing else.</param>
    public byte[] Close(ReadOnlySpan<byte> content, ReadOnlySpan<byte> purpose)
    {
        var sealedContent = new byte[NonceLength + TagLength + content.Length];
        RandomNumberGenerator.Fill(sealedContent.AsSpan(0, NonceLength));
        using var cipher = new AesGcm(_key, TagLength);
        cipher.Encrypt(
            sealedContent.AsSpan(0, NonceLength), content, sealedContent.AsSpan(NonceLength + TagLength), sealedContent.AsSpan(NonceLength, TagLength), purpose);
        return sealedContent;
    }

    /// <exception cref="CryptographicException">It was changed, sealed with another key, or is something else.</exception>
    public byte[] Open(ReadOnlySpan<byte> sealedContent, ReadOnlySpan<byte> purpose)
    {
        if (sealedContent.Length < NonceLength + TagLength)
            throw new CryptographicException("The file is too short to be sealed.");
        var content = new byte[sealedContent.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(_key, TagLength);
        cipher.Decrypt(
            sealedContent[..NonceLength], sealedContent[(NonceLength + TagLength)..], sealedContent.Slice(NonceLength, TagLength), content, purpose);
        return content;
    }
}
