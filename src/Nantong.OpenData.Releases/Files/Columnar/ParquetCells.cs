using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Nantong.OpenData.Releases.Files.Columnar;

/// <summary>Reads a Parquet file of ours back by what its own metadata say, with the runtime's inflater: another one than packed it.</summary>
internal static class ParquetCells
{
    private const int Boolean = 0,
        Int32 = 1,
        Double = 5,
        Day = 6;

    /// <summary>The rows, in the order of the file's columns.</summary>
    public static IEnumerable<IReadOnlyList<string?>> Read(byte[] file)
    {
        var footer = Footer(file);
        ThriftStruct[] columns = [.. footer.Structs(2).Skip(1)]; // the first is the root that holds them
        foreach (var group in footer.Structs(4))
        {
            string?[][] values = [.. group.Structs(1).Zip(columns, (chunk, column) => Chunk(file, column, chunk.Struct(3)))];
            for (var row = 0; row < group.Integer(3); row++)
                yield return [.. values.Select(column => column[row])];
        }
    }

    /// <summary>A row as the format can hold it: decimal numbers as doubles in their shortest spelling.</summary>
    public static IReadOnlyList<string?> Held(Dataset dataset, IReadOnlyList<string?> row) =>
        [
            .. row.Select(
                (value, index) =>
                    value is not null && dataset.Columns[index].Type is DataType.Decimal
                        ? Spelling(double.Parse(value, CultureInfo.InvariantCulture))
                        : value
            ),
        ];

    private static ThriftStruct Footer(byte[] file)
    {
        var tail = file.AsSpan(^8..);
        if (!tail[4..].SequenceEqual(ParquetFile.Magic) || !file.AsSpan().StartsWith(ParquetFile.Magic))
            throw new InvalidDataException("No Parquet file: it neither begins nor ends with PAR1.");
        return new ThriftReader(file.AsSpan(^(8 + BinaryPrimitives.ReadInt32LittleEndian(tail))..^8)).ReadStruct();
    }

    private static string?[] Chunk(byte[] file, ThriftStruct column, ThriftStruct metadata)
    {
        var reader = new ThriftReader(file.AsSpan(metadata.Integer(9)));
        var head = reader.ReadStruct();
        var page = new byte[head.Integer(2)];
        using (var packed = new MemoryStream(file, metadata.Integer(9) + reader.Position, head.Integer(3)))
        using (var unpacked = new GZipStream(packed, CompressionMode.Decompress))
            unpacked.ReadExactly(page);

        var values = new string?[head.Struct(5).Integer(1)];
        var (present, at) = column.Integer(3) is 0 ? (Enumerable.Repeat(true, values.Length).ToArray(), 0) : Presence(page, values.Length);
        var content = new PageReader(page, at, column.Integer(1), column.TryGetValue(Day, out var meaning) && meaning is (long)Day);
        for (var index = 0; index < values.Length; index++)
            if (present[index])
                values[index] = content.Next();
        return values;
    }

    private static (bool[] Present, int End) Presence(byte[] page, int count)
    {
        var end = 4 + BinaryPrimitives.ReadInt32LittleEndian(page);
        List<bool> present = new(count);
        for (var at = 4; at < end; at++)
        {
            uint run = 0;
            for (var shift = 0; ; shift += 7)
            {
                run |= (uint)(page[at] & 0x7F) << shift;
                if (page[at++] < 0x80)
                    break;
            }

            present.AddRange(Enumerable.Repeat(page[at] is 1, (int)(run >> 1)));
        }

        return ([.. present], end);
    }

    private static string Spelling(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The present values of a page, one after another.</summary>
    private sealed class PageReader(byte[] page, int at, int type, bool isDay)
    {
        private int bits;

        public string Next() =>
            type switch
            {
                Boolean => ((page[at + (bits / 8)] >> (bits++ % 8)) & 1) is 1 ? "true" : "false",
                Int32 when isDay => new DateOnly(1970, 1, 1).AddDays(Integer()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                Int32 => Integer().ToString(CultureInfo.InvariantCulture),
                Double => Spelling(BinaryPrimitives.ReadDoubleLittleEndian(Take(8))),
                _ => Encoding.UTF8.GetString(Take(Integer())),
            };

        private int Integer() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

        private ReadOnlySpan<byte> Take(int count)
        {
            at += count;
            return page.AsSpan(at - count, count);
        }
    }
}
