using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Nantong.OpenData.Api.Query;

/// <summary>An opaque place in a list: the key of the last item seen, sealed to its list and release.</summary>
/// <remarks>The seal finds mistakes and mix-ups. It is no secret: a forged cursor can only show public rows.</remarks>
internal static class Cursor
{
    private const int SealLength = 9; // 12 base64url characters without remainder

    /// <summary>Makes the cursor behind an item.</summary>
    public static string Write(string key, string scope) => Base64Url.EncodeToString([.. Seal(key, scope), .. Encoding.UTF8.GetBytes(key)]);

    /// <summary>The key that a cursor holds; null when it is damaged or was given by another list or release.</summary>
    public static string? Read(string cursor, string scope)
    {
        if (cursor.Length > 512 || !Base64Url.IsValid(cursor))
            return null;
        var bytes = Base64Url.DecodeFromChars(cursor);
        if (bytes.Length <= SealLength)
            return null;

        var key = Encoding.UTF8.GetString(bytes.AsSpan(SealLength));
        return Write(key, scope) == cursor ? key : null;
    }

    private static ReadOnlySpan<byte> Seal(string key, string scope) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{scope}\n{key}")).AsSpan(0, SealLength);
}
