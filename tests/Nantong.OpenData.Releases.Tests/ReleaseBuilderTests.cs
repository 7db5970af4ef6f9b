using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Inputs;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Releases.Tests;

public sealed class ReleaseBuilderTests
{
    private static readonly Plan Plan = RealPlan.Read();
    private static readonly Release Built = ReleaseBuilder.Build(Plan, ReleaseVersion.First, null);

    [Fact]
    public void A_release_has_every_dataset_as_files_and_what_it_was_made_from()
    {
        string[] datasets =
        [
            "columns",
            "commitments",
            "consistency",
            "errata",
            "exclusions",
            "indicators",
            "observations",
            "paragraphs",
            "places",
            "structures",
            "values",
        ];
        string[] expected =
        [
            .. datasets.SelectMany(name =>
                new[] { $"{name}.csv", $"{name}-excel.csv", $"{name}.csv-metadata.json", $"{name}.ndjson", $"{name}.parquet" }
            ),
            .. new[] { "columns", "commitments", "indicators", "observations", "places", "values" }.Select(name => $"{name}-zh.csv"),
            .. datasets.Select(name => $"{name}.json"),
            "CITATION.cff",
            "LICENSE.txt",
            "README.md",
            "all.zip",
            "bundle.json",
            "datapackage.json",
            "indicators.jsonstat.json",
            "indicators.sdmx.xml",
            "plan.akn.xml",
            "plan.html",
            "plan.md",
            "plan.txt",
            "plan.xlsx",
            "selfcheck.json",
            "input-commitments.json",
            "input-errata.json",
            "input-places.json",
            "input-plan.json",
            "source.txt",
        ];

        Assert.Equal([.. expected.Order(StringComparer.Ordinal), "manifest.json", "SHA256SUMS"], Built.Files.Select(file => file.Path));
    }

    [Fact]
    public void The_source_is_published_byte_for_byte() => Assert.Equal(Plan.Source.Bytes.ToArray(), File("source.txt"));

    [Fact]
    public void A_release_keeps_what_it_was_made_from_and_can_be_made_again_from_it()
    {
        var again = PlanInputs.Read([.. Plan.Files.Select(file => new PlanFile(file.Name, File(PlanInputs.KeptAs(file.Name))))]).Value!;
        Assert.Equal(Built.ManifestSha256, ReleaseBuilder.Build(again, ReleaseVersion.First, null).ManifestSha256);
    }

    [Fact]
    public void The_same_plan_gives_the_same_bytes_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureOfCommas();
            var again = ReleaseBuilder.Build(RealPlan.Read(), ReleaseVersion.First, null);
            Assert.All(Built.Files.Zip(again.Files), pair => Assert.Equal(pair.First.ToBytes(), pair.Second.ToBytes()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Other_content_has_another_content_hash_and_a_predecessor_does_not_change_it()
    {
        var corrected = ReleaseBuilder.Build(
            RealPlan.WithCuratedName("Share of trips made by green modes", "Share of green trips"),
            ReleaseVersion.First,
            null
        );
        var described = ReleaseBuilder.Build(
            Plan with
            {
                About = Plan.About with { Description = new Label("另一段说明", "Another description") },
            },
            ReleaseVersion.First,
            null
        );
        var follower = ReleaseBuilder.Build(Plan, ReleaseVersion.First, new ReleaseReference(new ReleaseVersion(0, 9, 0), new string('0', 64)));

        Assert.NotEqual(Built.Manifest.ContentHash, corrected.Manifest.ContentHash);
        Assert.NotEqual(Built.Manifest.ContentHash, described.Manifest.ContentHash);
        Assert.Equal(Built.Manifest.ContentHash, follower.Manifest.ContentHash);
    }

    [Fact]
    public void The_manifest_states_hash_length_and_rows_of_every_file_and_table()
    {
        var manifest = JsonSerializer.Deserialize(File("manifest.json"), RecordJson.Line.Manifest)!;

        Assert.All(manifest.Files, entry => Assert.Equal((entry.Bytes, entry.Sha256), (File(entry.Path).Length, Hashes.Of(File(entry.Path)))));
        Assert.Equal(Hashes.Of(File("manifest.json")), Built.ManifestSha256);
        Assert.Equal(
            [
                ("changes", 0),
                ("columns", 7),
                ("commitments", Plan.Commitments.Count),
                ("errata", Plan.Errata.Count),
                ("exclusions", Plan.Exclusions.Count),
                ("findings", Plan.Findings.Count),
                ("indicators", 17),
                ("nodes", Plan.Nodes.Count),
                ("observations", 15),
                ("places", Plan.Places.Count),
                ("releases", 1),
                ("structures", Plan.SpatialStructures.Count),
            ],
            manifest.Tables.Select(table => (table.Name, table.Rows)).OrderBy(table => table.Name, StringComparer.Ordinal)
        );
        Assert.Equal(Hashes.Content(manifest.Files, manifest.Tables), manifest.ContentHash);
        Assert.Equal((17, 22, 107), (Rows("indicators.csv"), Rows("columns.csv"), Rows("paragraphs.ndjson")));

        int? Rows(string path) => manifest.Files.Single(file => file.Path == path).Rows;
    }

    [Fact]
    public void The_content_hash_does_not_depend_on_the_order_of_what_is_hashed() =>
        Assert.Equal(Built.Manifest.ContentHash, Hashes.Content(Built.Manifest.Files.Reverse(), Built.Manifest.Tables.Reverse()));

    [Fact]
    public void The_sums_name_every_other_file()
    {
        string[] lines = Encoding.UTF8.GetString(File("SHA256SUMS")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(
            Built
                .Files.Where(file => file.Path != "SHA256SUMS")
                .Select(file => $"{Hashes.Of(file.ToBytes())}  {file.Path}")
                .Order(StringComparer.Ordinal),
            lines.Order(StringComparer.Ordinal)
        );
    }

    [FactWithSha256Sum]
    public async Task The_tool_sha256sum_accepts_a_folder_of_the_files()
    {
        var folder = Directory.CreateTempSubdirectory("opendata-release-");
        try
        {
            foreach (var file in Built.Files)
                await System.IO.File.WriteAllBytesAsync(Path.Combine(folder.FullName, file.Path), file.ToBytes());
            using var check = Process.Start(
                new ProcessStartInfo(FactWithSha256SumAttribute.Tool, ["--check", "--strict", "--quiet", "SHA256SUMS"])
                {
                    WorkingDirectory = folder.FullName,
                }
            )!;
            await check.WaitForExitAsync();
            Assert.Equal(0, check.ExitCode);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Every_text_file_is_utf8_and_shows_chinese_as_such_and_only_what_spreadsheets_open_has_a_byte_order_mark()
    {
        Assert.All(
            Built.Files.Where(file => Path.GetExtension(file.Path) is not (".zip" or ".xlsx" or ".parquet")),
            file =>
            {
                var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file.ToBytes());
                Assert.Equal(
                    file.Path.EndsWith("-excel.csv", StringComparison.Ordinal) || file.Path.EndsWith("-zh.csv", StringComparison.Ordinal),
                    text.StartsWith('\uFEFF')
                );
                Assert.DoesNotContain("\\u", text, StringComparison.Ordinal);
            }
        );
    }

    /// <summary>A culture with other signs in every number and date. Made by hand, because the product runs without the data of real ones.</summary>
    private static CultureInfo CultureOfCommas()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator, culture.NumberFormat.NegativeSign) = (",", ".", "−");
        (culture.DateTimeFormat.DateSeparator, culture.DateTimeFormat.ShortDatePattern) = (".", "dd/MM/yy");
        return culture;
    }

    private static byte[] File(string path) => Built.Files.Single(file => file.Path == path).ToBytes();
}

/// <summary>A test that runs the tool <c>sha256sum</c>; reported as skipped where there is none.</summary>
internal sealed class FactWithSha256SumAttribute : FactAttribute
{
    public const string Tool = "/usr/bin/sha256sum";

    public FactWithSha256SumAttribute()
    {
        if (!File.Exists(Tool))
            Skip = $"{Tool} is not on this machine";
    }
}
