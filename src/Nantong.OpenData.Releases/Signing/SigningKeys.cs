using System.Security.Cryptography;
using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Releases.Signing;

/// <summary>Reads keys from PEM files, and says how to make a right one where a file holds something else.</summary>
internal static class SigningKeys
{
    private const string Make = "made by 'openssl ecparam -name prime256v1 -genkey -noout -out key.pem'";

    /// <summary>Reads a key.</summary>
    /// <param name="where">Name of the file.</param>
    /// <param name="pem">Its text.</param>
    /// <param name="openssl">What openssl is told besides, in the way out: <c>-pubout</c> for a public key; empty for a private one.</param>
    /// <param name="make">Makes what is wanted of the key; null when the key is of the wrong kind.</param>
    public static Parsed<T> Read<T>(string where, string pem, string openssl, Func<ECDsa, T?> make)
        where T : class
    {
        var rule = openssl is ""
            ? $"a private key on the curve P-256 in PEM form, not encrypted, {Make}"
            : $"a public key on the curve P-256 in PEM form, made by 'openssl ec -in key.pem {openssl} -out public.pem'";
        var found = Kind(pem);
        try
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(pem);
            if (key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value is var curve && curve != PublicKey.CurveOid)
                return new Unreadable(where, $"{found} on another curve ({key.ExportParameters(false).Curve.Oid.FriendlyName ?? curve})", rule);
            return make(key) is { } made ? made : new Unreadable(where, found, rule);
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            return new Unreadable(where, found, rule);
        }
    }

    /// <summary>What a file holds, by the label of its PEM block: never a part of a key.</summary>
    private static string Kind(string pem) => PemEncoding.TryFind(pem, out var fields) ? $"'{pem[fields.Label]}'" : "no PEM block";
}
