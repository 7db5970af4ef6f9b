using System.Security.Cryptography;
using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Releases.Signing;

/// <summary>Signs manifests. Since each manifest names its predecessor's hash, one signature speaks for the whole history below it.</summary>
public sealed class ManifestSigner
{
    /// <summary>Name of the file beside the manifest that holds the signature, in the DER form (RFC 3279, 2.2.3).</summary>
    public const string FileName = "manifest.json.sig";

    /// <summary>Media type of that file.</summary>
    public const string MediaType = "application/octet-stream";

    private readonly ECParameters key;

    private ManifestSigner(ECDsa key) => (this.key, PublicKey) = (key.ExportParameters(includePrivateParameters: true), PublicKey.Of(key));

    /// <summary>The key that tells readers whether a signature is this one's.</summary>
    public PublicKey PublicKey { get; }

    /// <summary>Reads a private key from a PEM file: SEC 1 (<c>EC PRIVATE KEY</c>) or PKCS #8 (<c>PRIVATE KEY</c>).</summary>
    /// <param name="where">Name of the file or setting, for the message.</param>
    /// <param name="pem">Its text.</param>
    public static Parsed<ManifestSigner> Read(string where, string pem) => SigningKeys.Read(where, pem, "", Of);

    /// <summary>Signs a manifest.</summary>
    /// <param name="manifest">The bytes of <c>manifest.json</c>.</param>
    public ReleaseSignature Sign(ReadOnlySpan<byte> manifest)
    {
        using var signing = ECDsa.Create(key);
        return new ReleaseSignature(
            PublicKey.Id,
            PublicKey.Algorithm,
            PublicKey.Spki,
            Convert.ToBase64String(signing.SignData(manifest, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence))
        );
    }

    private static ManifestSigner? Of(ECDsa key)
    {
        try
        {
            return new ManifestSigner(key);
        }
        catch (CryptographicException)
        {
            return null; // a public key
        }
    }
}
