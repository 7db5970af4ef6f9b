using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Nantong.OpenData.Releases.Citations;
using Nantong.OpenData.Releases.Files;

namespace Nantong.OpenData.Releases.Tests.Files;

public sealed class PackageTests
{
    [Fact]
    public void The_data_package_describes_the_canonical_csv_of_every_dataset_as_it_is()
    {
        var package = BuiltRelease.Json("datapackage.json");
        var resources = package.GetProperty("resources").EnumerateArray().ToList();

        Assert.Equal(
            BuiltRelease.Datasets.All.Select(set => $"{set.Name}.csv"),
            resources.Select(resource => resource.GetProperty("path").GetString()!)
        );
        Assert.All(
            resources,
            resource =>
            {
                var (path, bytes) = (resource.GetProperty("path").GetString()!, BuiltRelease.Bytes(resource.GetProperty("path").GetString()!));
                Assert.Equal(
                    (bytes.Length, $"sha256:{Hashes.Of(bytes)}"),
                    (resource.GetProperty("bytes").GetInt32(), resource.GetProperty("hash").GetString())
                );
                Assert.Equal(
                    BuiltRelease.Csv(path)[0],
                    resource.GetProperty("schema").GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString()!)
                );
            }
        );
        Assert.False(package.TryGetProperty("created", out _));
    }

    [Theory]
    [MemberData(nameof(BuiltRelease.Names), MemberType = typeof(BuiltRelease))]
    public void Csvw_metadata_names_its_file_and_the_columns_that_the_file_has(string name)
    {
        var metadata = BuiltRelease.Json($"{name}.csv-metadata.json");
        var columns = metadata.GetProperty("tableSchema").GetProperty("columns").EnumerateArray().ToList();

        Assert.Equal($"{name}.csv", metadata.GetProperty("url").GetString());
        Assert.Equal(BuiltRelease.Csv($"{name}.csv")[0], columns.Select(column => column.GetProperty("name").GetString()!));
        Assert.All(columns, column => Assert.Equal(column.GetProperty("name").GetString(), column.GetProperty("titles")[0].GetString()));
    }

    [Theory]
    [MemberData(nameof(BuiltRelease.Names), MemberType = typeof(BuiltRelease))]
    public void The_metadata_leave_no_reader_to_its_own_defaults_where_these_would_change_a_cell(string name)
    {
        var (metadata, resource) = (
            BuiltRelease.Json($"{name}.csv-metadata.json"),
            BuiltRelease.Json("datapackage.json").GetProperty("resources").EnumerateArray().Single(one => one.GetProperty("name").GetString() == name)
        );
        var dialect = metadata.GetProperty("dialect");
        Assert.Equal(JsonValueKind.Null, dialect.GetProperty("commentPrefix").ValueKind); // otherwise #, and a row that begins with it is lost
        Assert.All(["trim", "skipInitialSpace", "skipBlankRows"], flag => Assert.False(dialect.GetProperty(flag).GetBoolean(), flag));
        Assert.Equal(
            ("\"", true, ",", 1),
            (
                dialect.GetProperty("quoteChar").GetString(),
                dialect.GetProperty("doubleQuote").GetBoolean(),
                dialect.GetProperty("delimiter").GetString(),
                dialect.GetProperty("headerRowCount").GetInt32()
            )
        );
        Assert.Equal(("", "zh-CN"), (metadata.GetProperty("null").GetString(), metadata.GetProperty("lang").GetString()));

        var (columns, fields) = (
            metadata.GetProperty("tableSchema").GetProperty("columns").EnumerateArray().ToList(),
            resource.GetProperty("schema").GetProperty("fields").EnumerateArray().ToList()
        );
        Assert.All(
            BuiltRelease.Datasets.All.Single(set => set.Name == name).Columns.Zip(columns, fields),
            column =>
            {
                var ((expected, csvw), field) = ((column.First, column.Second), column.Third);
                Assert.Equal(expected.IsList ? " | " : null, csvw.TryGetProperty("separator", out var separator) ? separator.GetString() : null);
                Assert.Equal(
                    expected.Type is DataType.Decimal ? "." : null,
                    field.TryGetProperty("decimalChar", out var point) ? point.GetString() : null
                );
                Assert.Equal(
                    expected.Type is DataType.Boolean ? "true" : null,
                    field.TryGetProperty("trueValues", out var truths) ? truths[0].GetString() : null
                );
                Assert.Equal(
                    expected.Type is DataType.Boolean ? "true|false" : null,
                    csvw.GetProperty("datatype") is { ValueKind: JsonValueKind.Object } type && type.GetProperty("base").GetString() is "boolean"
                        ? type.GetProperty("format").GetString()
                        : null
                );
            }
        );
        Assert.Equal(
            BuiltRelease.Datasets.All.Single(set => set.Name == name).Key,
            resource.GetProperty("schema").GetProperty("primaryKey").EnumerateArray().Select(key => key.GetString()!)
        );
        Assert.Equal([""], resource.GetProperty("schema").GetProperty("missingValues").EnumerateArray().Select(value => value.GetString()!));
        Assert.False(resource.GetProperty("dialect").GetProperty("skipInitialSpace").GetBoolean());
    }

    [Fact]
    public void The_archive_holds_the_files_that_the_release_has_with_sums_and_tells_no_time()
    {
        using var archive = new ZipArchive(new MemoryStream(BuiltRelease.Bytes("all.zip")));
        var names = archive.Entries.Select(entry => entry.FullName).ToList();

        Assert.Equal(["datapackage.json", "README.md", "LICENSE.txt", "CITATION.cff"], names.Take(4));
        Assert.All(BuiltRelease.Datasets.All, set => Assert.Contains($"{set.Name}.csv", names));
        Assert.All(archive.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
        Assert.All(
            archive.Entries.Where(entry => entry.Name != ReleaseFile.SumsName),
            entry => Assert.Equal(BuiltRelease.Bytes(entry.Name), Read(entry))
        );
        Assert.Equal(
            Hashes.Sums(archive.Entries.Where(entry => entry.Name != ReleaseFile.SumsName).Select(entry => (entry.Name, Hashes.Of(Read(entry))))),
            Encoding.UTF8.GetString(Read(archive.GetEntry(ReleaseFile.SumsName)!))
        );
    }

    [Fact]
    public void Json_stat_has_baseline_and_target_of_every_indicator_with_unit_decimals_and_status()
    {
        var cube = BuiltRelease.Json("indicators.jsonstat.json");
        var indicators = BuiltRelease.Plan.Indicators;

        Assert.Equal(("2.0", "dataset"), (cube.GetProperty("version").GetString(), cube.GetProperty("class").GetString()));
        Assert.Equal([17, 2], cube.GetProperty("size").EnumerateArray().Select(size => size.GetInt32()));
        Assert.Equal(
            indicators.SelectMany(row => new[] { row.Baseline.Value, row.Target.Value }),
            cube.GetProperty("value").EnumerateArray().Select(value => value.ValueKind is JsonValueKind.Null ? (decimal?)null : value.GetDecimal())
        );
        Assert.Equal(
            indicators.Select(row => row.Baseline.Status),
            cube.GetProperty("status").EnumerateArray().Where((_, index) => index % 2 == 0).Select(status => status.GetString()!)
        );
        var unit = cube.GetProperty("dimension")
            .GetProperty("indicator")
            .GetProperty("category")
            .GetProperty("unit")
            .GetProperty("built-up-green-coverage");
        Assert.Equal(("%", 2), (unit.GetProperty("label").GetString(), unit.GetProperty("decimals").GetInt32()));
    }

    [Fact]
    public void The_citation_and_the_licence_name_what_is_cited_and_what_the_licence_covers()
    {
        Assert.Contains("version: \"1.2.0\"\n", BuiltRelease.Text("CITATION.cff"), StringComparison.Ordinal);
        Assert.Contains("number: \"通政办发〔2021〕70号\"", BuiltRelease.Text("CITATION.cff"), StringComparison.Ordinal);
        Assert.Contains("SPDX-License-Identifier: CC-BY-4.0", BuiltRelease.Text("LICENSE.txt"), StringComparison.Ordinal);
        Assert.Contains("| indicator | 指标 |", BuiltRelease.Text("README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_citation_has_the_same_author_title_and_publisher()
    {
        var plan = BuiltRelease.Plan;
        var cited = Releases.Citations.Citations.Of(
            plan.About,
            plan.TitleBlock,
            BuiltRelease.Release.Version,
            CitedPart.Whole,
            "https://example.org/",
            accessed: null
        );
        var (package, cff) = (BuiltRelease.Json("datapackage.json"), BuiltRelease.Text("CITATION.cff"));

        Assert.Equal(
            [($"{cited.Author[0].Literal}", "creator"), (cited.Publisher, "publisher,dataCurator")],
            package
                .GetProperty("contributors")
                .EnumerateArray()
                .Select(one => (one.GetProperty("title").GetString()!, string.Join(',', one.GetProperty("roles").EnumerateArray())))
        );
        Assert.Equal(cited.Title, package.GetProperty("title").GetString());
        Assert.Contains($"\ntitle: \"{cited.Title}\"\n", cff, StringComparison.Ordinal);
        Assert.Contains(
            $"\nauthors:\n  - name: \"{cited.Author[0].Literal}\"\ncontact:\n  - name: \"{cited.Publisher}\"\n",
            cff,
            StringComparison.Ordinal
        );
        Assert.Contains($"  publisher:\n    name: \"{cited.Publisher}\"\n", cff, StringComparison.Ordinal);
        Assert.Contains(
            $"非官方） / curated and published, unofficially, by: {cited.Publisher}\n",
            BuiltRelease.Text("README.md"),
            StringComparison.Ordinal
        );
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using (var stream = entry.Open())
            stream.CopyTo(content);
        return content.ToArray();
    }
}
