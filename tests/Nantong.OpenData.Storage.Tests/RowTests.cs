using Azure.Data.Tables;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Records;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Rows;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Storage.Tests;

public sealed class RowTests
{
    private static readonly ReleaseKey Release = new("a-plan", new ReleaseVersion(1, 2, 3));

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\tb")]
    [InlineData("a\u0085b")]
    [InlineData("")]
    public void A_key_that_the_service_forbids_is_refused(string id)
    {
        Assert.Throws<ArgumentException>(() => new RowAddress("partition", id));
        Assert.Throws<ArgumentException>(() => new RowAddress(id, "row"));
    }

    [Fact]
    public void A_key_is_at_most_1_KiB_long()
    {
        Assert.Equal(512, new RowAddress("p", new string('k', 512)).Row.Length);
        Assert.Throws<ArgumentException>(() => new RowAddress("p", new string('k', 513)));
    }

    [Theory]
    [InlineData("Upper")]
    [InlineData("two|parts")]
    [InlineData("../escape")]
    [InlineData("")]
    public void A_plan_id_that_is_no_slug_makes_no_key(string plan) =>
        Assert.Throws<ArgumentException>(() => RowAddress.Release(plan, ReleaseVersion.First));

    [Fact]
    public void Keys_sort_as_what_they_stand_for()
    {
        ReleaseVersion[] versions = [new(0, 9, 0), new(1, 0, 0), new(1, 2, 0), new(1, 10, 0), new(10, 0, 0)];
        AssertSorted(versions.Select(version => RowAddress.Release("a-plan", version).Row));
        AssertSorted(new[] { 1, 2, 10, 99, 100, 99_999 }.Select(position => RowAddress.Record(Release, position, "id").Row));
        var now = DateTimeOffset.UnixEpoch;
        AssertSorted(new[] { 3, 2, 1 }.Select(day => RowAddress.Run("timer", now.AddDays(day)).Row));
    }

    [Fact]
    public void Every_record_of_the_plan_survives_its_row()
    {
        var plan = RealPlan.Read();
        AssertSurvives(KindRow.Of(RecordKinds.Node), plan.Nodes);
        AssertSurvives(KindRow.Of(RecordKinds.Indicator), plan.Indicators);
        AssertSurvives(KindRow.Of(RecordKinds.Column), plan.Columns);
        AssertSurvives(KindRow.Of(RecordKinds.Commitment), plan.Commitments);
        AssertSurvives(KindRow.Of(RecordKinds.Exclusion), plan.Exclusions);
        AssertSurvives(KindRow.Of(RecordKinds.Place), plan.Places);
        AssertSurvives(KindRow.Of(RecordKinds.SpatialStructure), plan.SpatialStructures);
        AssertSurvives(KindRow.Of(RecordKinds.Finding), plan.Findings);
        AssertSurvives(KindRow.Of(RecordKinds.Erratum), plan.Errata);
        AssertSurvives(ObservationRow.Format, plan.Observations);
    }

    [Fact]
    public void A_release_row_keeps_why_the_release_is_deprecated()
    {
        var plan = RealPlan.Read();
        var since = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        var plain = new ReleaseEntry(
            "a-plan",
            ReleaseVersion.First,
            ReleaseStatus.Published,
            since,
            "first",
            "c",
            "m",
            null,
            plan.About,
            plan.TitleBlock
        );
        var bare = plain with { Status = ReleaseStatus.Withdrawn, Note = new StatusNote(since, "wrong unit", null, null) };
        var full = plain with
        {
            Status = ReleaseStatus.Deprecated,
            Note = new StatusNote(since, "指标单位有误", new ReleaseVersion(1, 0, 1), since.AddDays(90)),
        };

        Assert.All(
            [plain, bare, full],
            entry =>
            {
                var read = ReleaseRow.Read(ReleaseRow.Write(entry));
                Assert.Equal(entry.Note, read.Note);
                Assert.True(ReleaseRow.Same(entry, read));
            }
        );
        Assert.False(ReleaseRow.Same(bare, bare with { Note = bare.Note with { Reason = "another" } }));
    }

    [Fact]
    public void A_long_text_is_split_between_characters_and_put_together_again()
    {
        var text = new string('长', RowLimits.MaxText - 1) + "🏙" + new string('x', 70_000);
        var row = new TableEntity("p", "r");

        row.SetText("text", text);

        Assert.Equal(text, row.GetText("text"));
        Assert.Equal(RowLimits.MaxText - 1, row.GetString("text").Length);
        Assert.True(row.Count > 4);
        Assert.Same(row, RowLimits.Checked(row));
    }

    [Fact]
    public void A_row_that_azure_would_refuse_is_refused_here()
    {
        var wide = new TableEntity("p", "wide");
        for (var column = 0; column < 253; column++)
            wide[$"c{column}"] = 1;
        var heavy = new TableEntity("p", "heavy");
        for (var column = 0; column < 20; column++)
            heavy[$"c{column}"] = new string('x', RowLimits.MaxText);
        var longText = new TableEntity("p", "long") { ["text"] = new string('x', RowLimits.MaxText + 1) };

        Assert.Contains("253 columns", Assert.Throws<InvalidDataException>(() => RowLimits.Checked(wide)).Message, StringComparison.Ordinal);
        Assert.Contains("bytes", Assert.Throws<InvalidDataException>(() => RowLimits.Checked(heavy)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "characters in one column",
            Assert.Throws<InvalidDataException>(() => RowLimits.Checked(longText)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Batches_hold_at_most_100_rows_and_stay_below_the_size_limit()
    {
        var small = Enumerable.Range(0, 250).Select(i => new TableEntity("p", $"{i}"));
        var large = Enumerable
            .Range(0, 10)
            .Select(i => new TableEntity("p", $"{i}") { ["a"] = new string('长', 32_000), ["b"] = new string('长', 32_000) });

        Assert.Equal([100, 100, 50], TableRows.Batches(small).Select(batch => batch.Count));
        Assert.All(TableRows.Batches(large), batch => Assert.InRange(batch.Sum(RowLimits.BodySize), 1, 4 * 1024 * 1024));
    }

    [Fact]
    public void A_row_without_a_column_is_named()
    {
        var row = NodeRow.Format.ToRows(Release, RealPlan.Read().Nodes).First();
        row.Remove("text");

        var error = Assert.Throws<InvalidDataException>(() => NodeRow.Format.ToRecord(row));

        Assert.Contains("nodes row 000001|notice: column text is missing", error.Message, StringComparison.Ordinal);
    }

    private static void AssertSurvives<T>(RowFormat<T> format, IReadOnlyList<T> records)
    {
        Assert.NotEmpty(records);
        TableEntity[] rows = [.. format.ToRows(Release, records)];
        Assert.All(rows, row => Assert.Null(format.FindDamage(row)));
        Assert.Equal(
            records.Select(record => Hashes.OfRecord(record, format.Json())),
            rows.Select(row => Hashes.OfRecord(format.ToRecord(row), format.Json()))
        );
        AssertSorted(rows.Select(row => row.RowKey));
    }

    private static void AssertSorted(IEnumerable<string> keys)
    {
        string[] given = [.. keys];
        Assert.Equal(given.Order(StringComparer.Ordinal), given);
    }
}
