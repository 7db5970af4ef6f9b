namespace Nantong.OpenData.Releases.Files.Columnar;

/// <summary>The metadata at the end of a Parquet file: columns with their types, and where their values stand.</summary>
/// <remarks>The numbers of members and codes are those of <c>parquet.thrift</c>, format version 1.</remarks>
internal static class ParquetFooter
{
    private const int Required = 0,
        Optional = 1;
    private const int Plain = 0,
        RunLength = 3;
    private const int Gzip = 2;

    public static ReadOnlySpan<byte> Write(
        IReadOnlyList<DataColumn> columns,
        IReadOnlyList<ParquetGroup> groups,
        IReadOnlyList<KeyValuePair<string, string>> about
    ) =>
        new ThriftWriter()
            .Members(file =>
                file.Integer(1, 1)
                    .Structs(2, [null, .. columns], (element, column) => WriteElement(element, column, columns.Count))
                    .Long(3, groups.Sum(group => (long)group.Rows))
                    .Structs(4, groups, (writer, group) => WriteGroup(writer, columns, group))
                    .Structs(5, about, (pair, entry) => pair.Text(1, entry.Key).Text(2, entry.Value))
                    .Text(6, "Nantong.OpenData")
            )
            .Written;

    /// <summary>The head of a page of values.</summary>
    public static ReadOnlySpan<byte> WritePageHead(int plainBytes, int bytes, int values) =>
        new ThriftWriter()
            .Members(head =>
                head.Integer(1, 0)
                    .Integer(2, plainBytes)
                    .Integer(3, bytes)
                    .Struct(5, page => page.Integer(1, values).Integer(2, Plain).Integer(3, RunLength).Integer(4, RunLength))
            )
            .Written;

    /// <summary>A column, or the root that holds them all when it is null.</summary>
    private static void WriteElement(ThriftWriter element, DataColumn? column, int count)
    {
        if (column is null)
        {
            element.Text(4, "row").Integer(5, count);
            return;
        }

        element.Integer(1, (int)TypeOf(column.Type)).Integer(3, column.IsKey ? Required : Optional).Text(4, column.Name);
        if (column.Type is DataType.String)
            element.Integer(6, 0).Struct(10, logical => logical.Struct(1, _ => { }));
        if (column.Type is DataType.Date)
            element.Integer(6, 6).Struct(10, logical => logical.Struct(6, _ => { }));
    }

    private static void WriteGroup(ThriftWriter writer, IReadOnlyList<DataColumn> columns, ParquetGroup group) =>
        writer
            .Structs(
                1,
                [.. columns.Zip(group.Chunks)],
                (chunk, pair) =>
                    chunk
                        .Long(2, pair.Second.At)
                        .Struct(
                            3,
                            metadata =>
                                metadata
                                    .Integer(1, (int)TypeOf(pair.First.Type))
                                    .Integers(2, Plain, RunLength)
                                    .Texts(3, pair.First.Name)
                                    .Integer(4, Gzip)
                                    .Long(5, pair.Second.Values)
                                    .Long(6, pair.Second.PlainBytes)
                                    .Long(7, pair.Second.Bytes)
                                    .Long(9, pair.Second.At)
                        )
            )
            .Long(2, group.Chunks.Sum(chunk => (long)chunk.PlainBytes))
            .Long(3, group.Rows);

    private static ParquetType TypeOf(DataType type) =>
        type switch
        {
            DataType.Boolean => ParquetType.Boolean,
            DataType.Integer or DataType.Date => ParquetType.Int32,
            DataType.Decimal => ParquetType.Double,
            _ => ParquetType.ByteArray,
        };

    /// <summary>How values are stored.</summary>
    private enum ParquetType
    {
        Boolean = 0,
        Int32 = 1,
        Double = 5,
        ByteArray = 6,
    }
}
