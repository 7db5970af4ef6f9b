using System.Security.Cryptography;
using System.Text;

namespace Nantong.OpenData.Releases.Files;

/// <summary>How many rows there are, and one hash over all their values: the same for a dataset in whatever format it is read from.</summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="Sha256">SHA-256 over every value in UTF-8 followed by the byte 1F, every row followed by the byte 1E; a missing value is
/// empty.</param>
internal readonly record struct ValueHash(int Rows, string Sha256)
{
    private const int BufferSize = 16 * 1024; // bytes that are hashed at once: a call for each value costs more than the hash

    public static ValueHash Of(IEnumerable<IReadOnlyList<string?>> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferSize];
        var (count, used) = (0, 0);
        foreach (var row in rows)
        {
            foreach (var value in row)
                Add(value, end: 0x1F);
            Add(null, end: 0x1E);
            count++;
        }

        hash.AppendData(buffer.AsSpan(0, used));
        return new ValueHash(count, Convert.ToHexStringLower(hash.GetHashAndReset()));

        void Add(string? value, byte end)
        {
            if (!Encoding.UTF8.TryGetBytes(value, buffer.AsSpan(used, buffer.Length - used - 1), out var written))
            {
                hash.AppendData(buffer.AsSpan(0, used));
                used = 0;
                if (!Encoding.UTF8.TryGetBytes(value, buffer.AsSpan(0, buffer.Length - 1), out written))
                    hash.AppendData(Encoding.UTF8.GetBytes(value!));
            }

            used += written;
            buffer[used++] = end;
            if (used < buffer.Length)
                return;
            hash.AppendData(buffer);
            used = 0;
        }
    }
}
