using System.Buffers;
using System.Text;

namespace Nantong.OpenData.Releases.Files.Columnar;

/// <summary>Writes structures in the compact protocol of Apache Thrift, as far as Parquet's metadata needs it.</summary>
internal sealed class ThriftWriter
{
    private readonly ArrayBufferWriter<byte> bytes = new();
    private readonly Stack<int> outer = new();
    private int last; // number of the field that was written last: a field tells its distance from it

    /// <summary>What was written so far.</summary>
    public ReadOnlySpan<byte> Written => bytes.WrittenSpan;

    public ThriftWriter Integer(int field, long value, ThriftType type = ThriftType.Int32)
    {
        Head(field, type);
        Signed(value);
        return this;
    }

    public ThriftWriter Long(int field, long value) => Integer(field, value, ThriftType.Int64);

    public ThriftWriter Text(int field, string value)
    {
        Head(field, ThriftType.Binary);
        Raw(value);
        return this;
    }

    public ThriftWriter Struct(int field, Action<ThriftWriter> members)
    {
        Head(field, ThriftType.Struct);
        return Members(members);
    }

    public ThriftWriter Integers(int field, params IReadOnlyList<int> values) =>
        List(field, ThriftType.Int32, values, (writer, value) => writer.Signed(value));

    public ThriftWriter Texts(int field, params IReadOnlyList<string> values) =>
        List(field, ThriftType.Binary, values, (writer, value) => writer.Raw(value));

    public ThriftWriter Structs<T>(int field, IReadOnlyList<T> values, Action<ThriftWriter, T> members) =>
        List(field, ThriftType.Struct, values, (writer, value) => writer.Members(inner => members(inner, value)));

    /// <summary>The members of one structure and its end.</summary>
    public ThriftWriter Members(Action<ThriftWriter> members)
    {
        outer.Push(last);
        last = 0;
        members(this);
        Byte(0);
        last = outer.Pop();
        return this;
    }

    private ThriftWriter List<T>(int field, ThriftType type, IReadOnlyList<T> values, Action<ThriftWriter, T> write)
    {
        Head(field, ThriftType.List);
        Byte((byte)((Math.Min(values.Count, 15) << 4) | (int)type));
        if (values.Count >= 15)
            Unsigned((ulong)values.Count);
        foreach (var value in values)
            write(this, value);
        return this;
    }

    /// <summary>Parquet's fields go upwards and leave out no more than 15, so that the distance always fits.</summary>
    private void Head(int field, ThriftType type)
    {
        Byte((byte)(((field - last) << 4) | (int)type));
        last = field;
    }

    private void Raw(string value)
    {
        var utf8 = Encoding.UTF8.GetBytes(value);
        Unsigned((ulong)utf8.Length);
        bytes.Write(utf8);
    }

    private void Signed(long value) => Unsigned((ulong)((value << 1) ^ (value >> 63)));

    private void Unsigned(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            Byte((byte)(value | 0x80));
        Byte((byte)value);
    }

    private void Byte(byte value) => bytes.Write([value]);
}

/// <summary>The types of the compact protocol that Parquet's metadata uses.</summary>
internal enum ThriftType
{
    Int32 = 5,
    Int64 = 6,
    Binary = 8,
    List = 9,
    Struct = 12,
}
