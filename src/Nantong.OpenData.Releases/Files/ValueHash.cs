using System.Security.Cryptography;
using System.Text;

namespace Nantong.OpenData.Releases.Files;

/// <summary>How many rows there are, and one hash over all their values: the same for a dataset in whatever format it is read from.</summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="Sha256">SHA-256 over every value in UTF-8 followed by the byte 1F, every row followed by the byte 1E; a missing value is
/// empty.</param>
internal readonly record struct ValueHash(int Rows, string Sha256)
{
    public static ValueHash Of(IEnumerable<IReadOnlyList<string?>> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var count = 0;
        Span<byte> buffer = stackalloc byte[512];
        foreach (var row in rows)
        {
            foreach (var value in row)
            {
                if (value is not null && Encoding.UTF8.TryGetBytes(value, buffer, out var written))
                    hash.AppendData(buffer[..written]);
                else if (value is not null)
                    hash.AppendData(Encoding.UTF8.GetBytes(value));
                hash.AppendData("\u001F"u8);
            }

            hash.AppendData("\u001E"u8);
            count++;
        }

        return new ValueHash(count, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
