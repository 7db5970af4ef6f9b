using System.Text;

namespace Nantong.OpenData.Releases.Files;

/// <summary>How many rows there are, and one hash over all their values: the same for a dataset in whatever format it is read from.</summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="Sha256">SHA-256 over every value in UTF-8 followed by the byte 1F, every row followed by the byte 1E; a missing value is
/// empty.</param>
internal readonly record struct ValueHash(int Rows, string Sha256)
{
    private const int BufferSize = 16 * 1024; // characters that are hashed at once: a call for each value costs more than the hash

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static ValueHash Of(IEnumerable<IReadOnlyList<string?>> rows)
    {
        using var hash = new HashingStream();
        var count = 0;
        using (var writer = new StreamWriter(hash, Utf8, BufferSize, leaveOpen: true))
        {
            foreach (var row in rows)
            {
                foreach (var value in row)
                {
                    writer.Write(value);
                    writer.Write('\u001F');
                }

                writer.Write('\u001E');
                count++;
            }
        }

        return new ValueHash(count, hash.Sha256);
    }
}
