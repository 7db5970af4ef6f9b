namespace Nantong.OpenData.Releases.Signing;

/// <summary>The signature of a release's manifest.</summary>
/// <param name="KeyId">Id of the key: see <see cref="PublicKey.Id"/>.</param>
/// <param name="Algorithm">The algorithm: <c>ES256</c>.</param>
/// <param name="PublicKey">The public key as SubjectPublicKeyInfo, in base64.</param>
/// <param name="Value">The signature in the DER form, in base64: the bytes of <c>manifest.json.sig</c>.</param>
public sealed record ReleaseSignature(string KeyId, string Algorithm, string PublicKey, string Value)
{
    /// <summary>The bytes of <c>manifest.json.sig</c>.</summary>
    public byte[] ToBytes() => Convert.FromBase64String(Value);

    /// <summary>True when it is the signature of a manifest, made with the key that it names.</summary>
    /// <param name="manifest">The bytes of <c>manifest.json</c>.</param>
    public bool IsOf(ReadOnlySpan<byte> manifest) =>
        Signing.PublicKey.Find(PublicKey) is { } key && key.Id == KeyId && IsBase64(Value) && key.Verifies(manifest, ToBytes());

    private static bool IsBase64(string text) => Convert.TryFromBase64String(text, new byte[text.Length], out _);
}
