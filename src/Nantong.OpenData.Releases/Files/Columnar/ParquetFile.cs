using System.Buffers.Binary;

namespace Nantong.OpenData.Releases.Files.Columnar;

/// <summary>A dataset as Apache Parquet: typed columns that statistical programs read without being told anything.</summary>
/// <remarks>
/// Format version 1: data pages of plain values, one per column and row group, in gzip. Numbers with decimal places are IEEE 754 doubles, so a
/// printed <c>2.50</c> is 2.5 here; columns with the printed form stand beside them where the source prints one. No library that is compiled ahead of
/// time without warnings writes it (src/decisions/0003-deterministic-archives.md).
/// </remarks>
public static class ParquetFile
{
    /// <summary>The media type of Parquet.</summary>
    public const string MediaType = "application/vnd.apache.parquet";
    internal const string Ending = ".parquet";

    /// <summary>Rows that are held at once; a reader can take each group by itself.</summary>
    public const int GroupRows = 20_000;

    internal static ReadOnlySpan<byte> Magic => "PAR1"u8;

    /// <summary>Writes the rows. No more of them are held than one group has.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="columns">The columns, in order.</param>
    /// <param name="rows">A value for each column; null where there is none.</param>
    /// <param name="about">What the file says of itself: words and what they stand for.</param>
    /// <returns>Number of rows.</returns>
    public static int Write(
        Stream stream,
        IReadOnlyList<DataColumn> columns,
        IEnumerable<IReadOnlyList<string?>> rows,
        IReadOnlyList<KeyValuePair<string, string>> about
    )
    {
        List<ParquetGroup> groups = [];
        long at = Magic.Length;
        stream.Write(Magic);
        foreach (var group in rows.Chunk(GroupRows))
        {
            List<ParquetChunk> chunks = [];
            foreach (var (index, column) in columns.Index())
            {
                var page = ParquetPage.Of(column, group.Select(row => row[index]));
                chunks.Add(new ParquetChunk(at, page.Bytes.Length, page.PlainBytes, group.Length));
                stream.Write(page.Bytes);
                at += page.Bytes.Length;
            }

            groups.Add(new ParquetGroup(chunks, group.Length));
        }

        WriteFooter(stream, ParquetFooter.Write(columns, groups, about));
        return groups.Sum(group => group.Rows);
    }

    private static void WriteFooter(Stream stream, ReadOnlySpan<byte> footer)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, footer.Length);
        stream.Write(footer);
        stream.Write(length);
        stream.Write(Magic);
    }
}

/// <summary>Some rows of a Parquet file that follow each other.</summary>
/// <param name="Chunks">Where the values of each column stand.</param>
/// <param name="Rows">How many rows they are.</param>
internal sealed record ParquetGroup(IReadOnlyList<ParquetChunk> Chunks, int Rows);

/// <summary>The values of one column in one group.</summary>
/// <param name="At">Where its page begins in the file.</param>
/// <param name="Bytes">Length of the page, its head included.</param>
/// <param name="PlainBytes">The same before compression.</param>
/// <param name="Values">How many values, missing ones included.</param>
internal sealed record ParquetChunk(long At, int Bytes, int PlainBytes, int Values);
