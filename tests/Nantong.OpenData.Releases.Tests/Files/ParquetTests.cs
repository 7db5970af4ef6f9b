using System.Globalization;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Files.Columnar;
using Parquet;
using Parquet.Schema;

namespace Nantong.OpenData.Releases.Tests.Files;

/// <summary>Reads the Parquet files with a library that did not write them.</summary>
public sealed class ParquetTests
{
    [Theory]
    [MemberData(nameof(BuiltRelease.Names), MemberType = typeof(BuiltRelease))]
    public async Task Another_library_reads_the_same_rows(string name)
    {
        var dataset = BuiltRelease.Datasets.All.Single(set => set.Name == name);
        var (columns, rows) = await ReadAsync(BuiltRelease.Bytes($"{name}.parquet"));

        Assert.Equal(dataset.Columns.Select(column => column.Name), columns.Select(column => column.Name));
        Assert.Equal(dataset.Columns.Select(column => !column.IsKey), columns.Select(column => column.IsNullable));
        Assert.Equal(BuiltRelease.Rows[name].Select(line => Shortened(dataset, line)), BuiltRelease.Lines(rows));
        Assert.Equal(rows.Count, BuiltRelease.Release.Files.Single(file => file.Path == $"{name}.parquet").Rows);
    }

    [Fact]
    public async Task Columns_have_types_and_the_file_says_what_it_is()
    {
        await using var reader = await ParquetReader.CreateAsync(new MemoryStream(BuiltRelease.Bytes("commitments.parquet")));
        var types = reader.Schema.GetDataFields().ToDictionary(field => field.Name, field => field.ClrType);

        Assert.Equal((typeof(double), typeof(bool), typeof(DateTime)), (types["value"], types["unit_inferred"], types["deadline_to"]));
        Assert.Equal(
            ("urbanization-14fyp@1.2.0", "commitments.csv-metadata.json"),
            (reader.CustomMetadata!["release"], reader.CustomMetadata["describedby"])
        );
        Assert.Contains("非官方", reader.CustomMetadata["authority"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20_000)]
    [InlineData(45_001)]
    public async Task Rows_of_any_number_come_back_in_groups_whatever_is_missing(int count)
    {
        DataColumn[] columns =
        [
            new("key", new("键", "Key"), DataType.Integer) { IsKey = true },
            new("text", new("文", "Text"), DataType.String),
            new("number", new("数", "Number"), DataType.Decimal),
            new("flag", new("真", "Flag"), DataType.Boolean),
            new("day", new("日", "Day"), DataType.Date),
        ];
        List<string?[]> expected =
        [
            .. Enumerable
                .Range(0, count)
                .Select(i =>
                    new[]
                    {
                        i.ToString(CultureInfo.InvariantCulture),
                        i % 3 is 0 ? null : $"第{i}行\n",
                        i % 5 is 0 ? null : (i / 4m).ToString("0.##", CultureInfo.InvariantCulture),
                        i % 7 < 5 ? null
                        : i % 2 is 0 ? "true"
                        : "false",
                        i % 11 > 8 ? null : new DateOnly(1960, 1, 1).AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    }
                ),
        ];

        using var file = new MemoryStream();
        Assert.Equal(count, ParquetFile.Write(file, columns, expected, [new("of", "a test")]));

        Assert.Equal(BuiltRelease.Lines(expected), BuiltRelease.Lines((await ReadAsync(file.ToArray())).Rows));
    }

    internal static async Task<(DataField[] Columns, List<IReadOnlyList<string?>> Rows)> ReadAsync(byte[] file)
    {
        await using var reader = await ParquetReader.CreateAsync(new MemoryStream(file));
        var columns = reader.Schema.GetDataFields();
        List<IReadOnlyList<string?>> rows = [];
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            using var part = reader.OpenRowGroupReader(group);
            List<string?[]> values = [];
            foreach (var column in columns)
                values.Add(await ReadAsync(part, column));
            rows.AddRange(Enumerable.Range(0, (int)part.RowCount).Select(row => (string?[])[.. values.Select(column => column[row])]));
        }

        return (columns, rows);
    }

    private static async Task<string?[]> ReadAsync(ParquetRowGroupReader part, DataField column)
    {
        if (column.ClrType == typeof(bool))
            return await OfAsync<bool>(value => value ? "true" : "false");
        if (column.ClrType == typeof(int))
            return await OfAsync<int>(value => value.ToString(CultureInfo.InvariantCulture));
        if (column.ClrType == typeof(double))
            return await OfAsync<double>(value => value.ToString(CultureInfo.InvariantCulture));
        if (column.ClrType == typeof(DateTime))
            return await OfAsync<DateTime>(value => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

        var texts = new string?[part.RowCount];
        await part.ReadAsync(column, texts.AsMemory()!);
        return texts;

        async Task<string?[]> OfAsync<T>(Func<T, string> print)
            where T : struct
        {
            if (column.IsNullable)
            {
                var some = new T?[part.RowCount];
                await part.ReadAsync(column, some.AsMemory());
                return Array.ConvertAll(some, value => value is { } one ? print(one) : null);
            }

            var all = new T[part.RowCount];
            await part.ReadAsync(column, all.AsMemory());
            return Array.ConvertAll(all, value => (string?)print(value));
        }
    }

    private static string Shortened(Dataset dataset, string line) =>
        string.Join(
            '\u241F',
            line.Split('\u241F')
                .Select(
                    (value, index) =>
                        value is not "" && dataset.Columns[index].Type is DataType.Decimal
                            ? double.Parse(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)
                            : value
                )
        );
}
