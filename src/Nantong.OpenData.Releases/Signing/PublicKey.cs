using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Releases.Signing;

/// <summary>A key that tells whether a manifest was signed by its owner: ECDSA on the curve P-256 (FIPS 186-5), over SHA-256.</summary>
public sealed record PublicKey
{
    /// <summary>The algorithm by its JOSE name (RFC 7518, 3.4); the signature itself is in the DER form that OpenSSL writes and reads.</summary>
    public const string Algorithm = "ES256";

    internal const string CurveOid = "1.2.840.10045.3.1.7";

    private PublicKey(byte[] spki, ECPoint point) =>
        (Spki, Id, X, Y) = (Convert.ToBase64String(spki), Thumbprint(point), Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));

    /// <summary>Tells the key from every other one: its JWK thumbprint (RFC 7638), SHA-256 in base64url.</summary>
    public string Id { get; }

    /// <summary>The key as SubjectPublicKeyInfo (RFC 5480), in base64.</summary>
    public string Spki { get; }

    /// <summary>The key as a PEM file, for <c>openssl dgst -sha256 -verify</c>.</summary>
    public string Pem => PemEncoding.WriteString("PUBLIC KEY", Convert.FromBase64String(Spki)) + "\n";

    /// <summary>First coordinate of the point, in base64url: <c>x</c> of the JWK.</summary>
    public string X { get; }

    /// <summary>Second coordinate of the point, in base64url: <c>y</c> of the JWK.</summary>
    public string Y { get; }

    /// <summary>Reads a PEM file with a public key, or with the private key that it belongs to.</summary>
    /// <param name="where">Name of the file, for the message.</param>
    /// <param name="pem">Its text.</param>
    public static Parsed<PublicKey> Read(string where, string pem) => SigningKeys.Read(where, pem, "-pubout", key => Of(key));

    /// <summary>Reads a key that was kept; null when it is none.</summary>
    public static PublicKey? Find(string spki)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(spki), out _);
            return Of(key);
        }
        catch (Exception error) when (error is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>True when the signature over some bytes was made with the private key to this one.</summary>
    /// <param name="bytes">The bytes of <c>manifest.json</c>.</param>
    /// <param name="signature">The bytes of <c>manifest.json.sig</c>.</param>
    public bool Verifies(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> signature)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(Spki), out _);
        return key.VerifyData(bytes, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    internal static PublicKey Of(ECDsa key) => new(key.ExportSubjectPublicKeyInfo(), key.ExportParameters(includePrivateParameters: false).Q);

    private static string Thumbprint(ECPoint point) =>
        Base64Url.EncodeToString(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    $$"""{"crv":"P-256","kty":"EC","x":"{{Base64Url.EncodeToString(point.X)}}","y":"{{Base64Url.EncodeToString(point.Y)}}"}"""
                )
            )
        );
}
