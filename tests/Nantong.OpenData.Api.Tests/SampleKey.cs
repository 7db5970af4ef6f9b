using System.Security.Cryptography;
using Nantong.OpenData.Releases.Signing;

namespace Nantong.OpenData.Api.Tests;

/// <summary>A key that is the same in every run, made of a word that everybody may know: for samples alone.</summary>
internal static class SampleKey
{
    /// <summary>Id of its public half.</summary>
    public const string Id = "WSJIAzQzeXyyLPfCZ0hB81JQNkKQCd1ndSN-3bbQcE4";

    /// <summary>The private key as a PEM file.</summary>
    public static string Pem
    {
        get
        {
            using var key = ECDsa.Create(
                new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = SHA256.HashData("a sample key of Nantong.OpenData"u8) }
            );
            return key.ExportECPrivateKeyPem();
        }
    }

    /// <summary>Signs with it.</summary>
    public static ManifestSigner Signer => ManifestSigner.Read("sample", Pem).Value!;
}
