using System.Text;

namespace Nantong.OpenData.Releases.Files.Columnar;

/// <summary>Reads structures of Apache Thrift's compact protocol, with the types of members that <see cref="ThriftWriter"/> writes.</summary>
internal ref struct ThriftReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    /// <summary>How many bytes were read.</summary>
    public int Position { get; private set; }

    /// <summary>The members of a structure by number: <c>long</c>, <c>string</c>, a list of such, or a structure.</summary>
    public ThriftStruct ReadStruct()
    {
        var members = new ThriftStruct();
        for (var field = 0; Byte() is var head and not 0; )
        {
            field = head >> 4 is 0 ? (int)Signed() : field + (head >> 4);
            members[field] = Read((ThriftType)(head & 15));
        }

        return members;
    }

    private object Read(ThriftType type) =>
        type switch
        {
            ThriftType.Int32 or ThriftType.Int64 => Signed(),
            ThriftType.Binary => Encoding.UTF8.GetString(Take((int)Unsigned())),
            ThriftType.List => ReadList(),
            ThriftType.Struct => ReadStruct(),
            _ => throw new InvalidDataException($"The metadata of our Parquet files have no member of type {(int)type}."),
        };

    private List<object> ReadList()
    {
        var head = Byte();
        var count = head >> 4 is 15 ? (int)Unsigned() : head >> 4;
        List<object> items = new(count);
        while (items.Count < count)
            items.Add(Read((ThriftType)(head & 15)));
        return items;
    }

    private long Signed() => Unsigned() is var value ? (long)(value >> 1) ^ -(long)(value & 1) : 0;

    private ulong Unsigned()
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
    }

    private byte Byte() => Take(1)[0];

    private ReadOnlySpan<byte> Take(int count)
    {
        Position += count;
        return bytes.Slice(Position - count, count);
    }
}

/// <summary>The members of a structure by number.</summary>
internal sealed class ThriftStruct : Dictionary<int, object>
{
    public int Integer(int field) => (int)(long)this[field];

    public string Text(int field) => (string)this[field];

    public ThriftStruct Struct(int field) => (ThriftStruct)this[field];

    public IEnumerable<ThriftStruct> Structs(int field) => ((List<object>)this[field]).Cast<ThriftStruct>();
}
