using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using ICSharpCode.SharpZipLib.Checksum;
using ICSharpCode.SharpZipLib.Zip.Compression;

namespace Nantong.OpenData.Releases.Files.Columnar;

/// <summary>The values of a column in a group of rows as one page of a Parquet file.</summary>
/// <param name="Bytes">The page with its head.</param>
/// <param name="PlainBytes">How long it would be without compression.</param>
internal sealed record ParquetPage(byte[] Bytes, int PlainBytes)
{
    private static readonly DateOnly DayZero = new(1970, 1, 1);

    // Deflate in gzip, written at no time on no system (RFC 1952).
    private static readonly byte[] GzipHead = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF];

    /// <summary>Makes the page of some values; a column that is part of the key has no missing ones.</summary>
    public static ParquetPage Of(DataColumn column, IEnumerable<string?> values)
    {
        string?[] all = [.. values];
        var plain = new ArrayBufferWriter<byte>();
        if (!column.IsKey)
            WritePresence(plain, all);
        WriteValues(plain, column.Type, all);

        var packed = Gzip(plain.WrittenSpan);
        var head = ParquetFooter.WritePageHead(plain.WrittenCount, packed.Length, all.Length);
        return new ParquetPage([.. head, .. packed], head.Length + plain.WrittenCount);
    }

    /// <summary>Which values there are: runs of present (1) and missing (0) ones, behind their length.</summary>
    private static void WritePresence(ArrayBufferWriter<byte> to, string?[] values)
    {
        var runs = new ArrayBufferWriter<byte>();
        for (int at = 0, end; at < values.Length; at = end)
        {
            for (end = at + 1; end < values.Length && values[end] is null == values[at] is null; end++)
                ;
            for (var run = (uint)(end - at) << 1; ; run >>= 7)
            {
                runs.Write([(byte)(run < 0x80 ? run : run | 0x80)]);
                if (run < 0x80)
                    break;
            }

            runs.Write([(byte)(values[at] is null ? 0 : 1)]);
        }

        WriteInteger(to, runs.WrittenCount);
        to.Write(runs.WrittenSpan);
    }

    private static void WriteValues(ArrayBufferWriter<byte> to, DataType type, string?[] values)
    {
        var present = values.OfType<string>();
        if (type is DataType.Boolean)
        {
            foreach (var eight in present.Chunk(8))
                to.Write([(byte)eight.Index().Sum(bit => bit.Item is "true" ? 1 << bit.Index : 0)]);
            return;
        }

        foreach (var value in present)
            WriteValue(to, new Cell(type, value), value);
    }

    private static void WriteValue(ArrayBufferWriter<byte> to, Cell cell, string value)
    {
        switch (cell.Type)
        {
            case DataType.Integer:
                WriteInteger(to, int.Parse(value, CultureInfo.InvariantCulture));
                break;
            case DataType.Date:
                WriteInteger(to, cell.Day!.Value.DayNumber - DayZero.DayNumber);
                break;
            case DataType.Decimal:
                BinaryPrimitives.WriteDoubleLittleEndian(to.GetSpan(8), double.Parse(value, CultureInfo.InvariantCulture));
                to.Advance(8);
                break;
            default:
                WriteInteger(to, Encoding.UTF8.GetByteCount(value));
                Encoding.UTF8.GetBytes(value, to);
                break;
        }
    }

    private static void WriteInteger(ArrayBufferWriter<byte> to, int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(to.GetSpan(4), value);
        to.Advance(4);
    }

    /// <summary>The library that packs archives packs here, too: what the runtime's own makes of the same bytes is not promised to stay.</summary>
    private static byte[] Gzip(ReadOnlySpan<byte> plain)
    {
        var bytes = plain.ToArray();
        var sum = new Crc32();
        sum.Update(bytes);
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, noZlibHeaderOrFooter: true);
        deflater.SetInput(bytes);
        deflater.Finish();

        var packed = new ArrayBufferWriter<byte>(bytes.Length / 2 + 64);
        packed.Write(GzipHead);
        for (var buffer = new byte[32 * 1024]; !deflater.IsFinished; )
            packed.Write(buffer.AsSpan(0, deflater.Deflate(buffer)));
        WriteInteger(packed, (int)sum.Value);
        WriteInteger(packed, bytes.Length);
        return packed.WrittenSpan.ToArray();
    }
}
