using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Releases.Aggregates;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Releases.Tests.Aggregates;

public sealed class AggregateTests
{
    private static readonly Plan Plan = RealPlan.Read();
    private static readonly AggregateInputs Inputs = new(ReleaseVersion.First, Plan.Nodes, Plan.Indicators, Plan.Columns, ReleaseFacts.Of(Plan));

    [Fact]
    public void Indicators_are_counted_by_category_and_in_total()
    {
        var rows = Compute("indicators-by-category").Rows;

        Assert.Equal([2, 4, 7, 4, 17], rows.Select(row => row.Measures["indicators"]));
        var total = rows[^1];
        Assert.Equal("_T", total.Dimensions["category"]);
        Assert.Equal(
            (16, 1, 1, 1),
            (total.Measures["numericTargets"], total.Measures["milestones"], total.Measures["floors"], total.Measures["cumulativeTargets"])
        );
        Assert.All(total.Measures, measure => Assert.Equal(measure.Value, rows.SkipLast(1).Sum(row => row.Measures[measure.Key])));
    }

    [Theory]
    [InlineData("urbanization-rate", 3.56, 0.712)]
    [InlineData("urban-rural-income-ratio", -0.03, -0.006)]
    [InlineData("migrant-children-public-schooling", 0.0, 0.0)]
    [InlineData("built-up-green-coverage", 0.0, 0.0)]
    [InlineData("dual-gigabit-city", null, null)]
    [InlineData("construction-land-intensity-decline", null, null)]
    public void The_required_change_is_the_distance_to_the_printed_number_where_there_is_one(string id, double? change, double? perYear)
    {
        var row = Compute("required-change").Rows.Single(row => row.Dimensions["indicator"] == id);

        Assert.Equal(((decimal?)change, (decimal?)perYear), (row.Measures["requiredChange"], row.Measures["requiredChangePerYear"]));
    }

    [Fact]
    public void A_required_change_says_how_far_its_number_may_be_trusted()
    {
        var row = Compute("required-change").Rows.Single(row => row.Dimensions["indicator"] == "childcare-places-per-1000");

        Assert.Equal(
            ("none", "true", "false", "{item}"),
            (row.Dimensions["operator"], row.Dimensions["approximate"], row.Dimensions["cumulative"], row.Unit)
        );
    }

    [Fact]
    public void The_text_is_counted_by_chapter()
    {
        var rows = Compute("text-by-chapter").Rows;

        Assert.Equal(
            [2, 3, 5, 4, 5, 4, 4, 5, 4],
            rows.Where(row => row.Dimensions["chapter"].StartsWith("ch", StringComparison.Ordinal)).Select(row => row.Measures["sections"])
        );
        var total = rows[^1].Measures;
        Assert.Equal(
            (36, 107, 7, 22, 17, 37),
            (total["sections"], total["paragraphs"], total["columns"], total["columnItems"], total["tableRows"], total["pageBreaksJoined"])
        );
        Assert.All(total, measure => Assert.Equal(measure.Value, rows.SkipLast(1).Sum(row => row.Measures[measure.Key])));
        Assert.Equal(4, rows.Single(row => row.Dimensions["chapter"] == "pre").Measures["sentences"]);
    }

    [Fact]
    public void The_inputs_hash_is_that_of_the_rows_and_changes_with_them()
    {
        var changed = Inputs with { Nodes = [.. Plan.Nodes.SkipLast(1)] };

        foreach (var recipe in AggregateRecipe.All)
        {
            Assert.Equal(recipe.Id, recipe.Compute(Inputs).Id);
            Assert.Equal(
                recipe.Id is "text-by-chapter" or "text-by-section" or "commitments-by-chapter" or "places-by-chapter",
                recipe.Compute(Inputs).InputsHash != recipe.Compute(changed).InputsHash
            );
        }
    }

    [Fact]
    public void The_text_is_counted_by_section_to_the_same_sums_as_by_chapter()
    {
        var (chapters, sections) = (Compute("text-by-chapter").Rows, Compute("text-by-section").Rows);

        Assert.Equal(36, sections.Count(row => row.Measures["sections"] == 1));
        Assert.All(
            chapters,
            chapter =>
                Assert.All(
                    chapter.Measures,
                    measure =>
                        Assert.Equal(
                            measure.Value,
                            sections.Where(row => row.Dimensions["chapter"] == chapter.Dimensions["chapter"]).Sum(row => row.Measures[measure.Key])
                        )
                )
        );
        Assert.Equal("Chapter 5, section 5", sections.Single(row => row.Dimensions["section"] == "ch5.s5").Label.En);
    }

    [Theory]
    [InlineData("commitments-by-chapter")]
    [InlineData("commitments-by-deadline")]
    [InlineData("commitments-by-kind")]
    [InlineData("commitments-by-unit")]
    public void Every_commitment_is_counted_once_whatever_they_are_grouped_by(string id)
    {
        var rows = Compute(id).Rows;

        Assert.True(rows.Count > 3);
        Assert.Equal(Plan.Commitments.Count, rows[^1].Measures["commitments"]);
        Assert.All(rows[^1].Measures, measure => Assert.Equal(measure.Value, rows.SkipLast(1).Sum(row => row.Measures[measure.Key])));
        Assert.All(
            rows,
            row =>
                Assert.Equal(
                    row.Measures["commitments"],
                    new[] { "targets", "baselines", "achievements", "standards", "designParameters", "milestones" }.Sum(kind => row.Measures[kind])
                )
        );
    }

    [Fact]
    public void Places_are_counted_by_chapter_with_every_mention()
    {
        var rows = Compute("places-by-chapter").Rows;

        Assert.Equal(Plan.Places.Sum(place => place.Mentions.Count), rows[^1].Measures["mentions"]);
        Assert.Equal(Plan.Places.Count(place => place.Mentions.Count > 0), rows[^1].Measures["places"]);
        var chapters = rows.SkipLast(1).Where(row => row.Dimensions["place"] == "_T").ToList();
        Assert.Equal(rows[^1].Measures["mentions"], chapters.Sum(row => row.Measures["mentions"]));
        Assert.All(
            chapters,
            chapter =>
                Assert.Equal(
                    chapter.Measures["places"],
                    rows.Count(row => row.Dimensions["chapter"] == chapter.Dimensions["chapter"] && row.Dimensions["place"] != "_T")
                )
        );
    }

    [Fact]
    public void The_columns_are_counted_with_what_stands_in_them()
    {
        var rows = Compute("columns").Rows;

        Assert.Equal((8, 22m), (rows.Count, rows[^1].Measures["items"]));
        Assert.Equal(Plan.Commitments.Count(row => row.Column is not null), rows[^1].Measures["commitments"]);
    }

    [Fact]
    public void Attainment_is_unknown_until_values_after_the_base_year_are_there()
    {
        var rows = Compute("attainment").Rows;
        Assert.Equal(Plan.Indicators.Select(indicator => indicator.Id), rows.Select(row => row.Dimensions["indicator"]));
        Assert.All(rows, row => Assert.Equal(("unknown", "", null), (row.Dimensions["result"], row.Dimensions["met"], row.Measures["value"])));
    }

    [Fact]
    public void Attainment_compares_every_value_of_the_city_with_the_target()
    {
        Observation[] published =
        [
            new("urbanization-rate", "nantong", 2022, 71.5m, UnitOf("urbanization-rate"), "A", "Statistics bureau", null),
            new("urbanization-rate", "nantong", 2025, 74.1m, UnitOf("urbanization-rate"), "P", "Statistics bureau", null),
            new("urbanization-rate", "haian", 2025, 70m, UnitOf("urbanization-rate"), "A", "Statistics bureau", null),
            new("dual-gigabit-city", "nantong", 2023, 1m, UnitOf("dual-gigabit-city"), "A", "Ministry", null),
            new("built-up-green-coverage", "nantong", 2022, null, UnitOf("built-up-green-coverage"), "O", "Statistics bureau", null),
        ];

        var rows = Compute("attainment", Inputs with { Observed = [.. Plan.Observations, .. published] }).Rows;

        Assert.Equal(
            [
                "urbanization-rate 2022 not-due false Statistics bureau",
                "urbanization-rate 2025 met true Statistics bureau",
                "dual-gigabit-city 2023 not-due true Ministry",
                "built-up-green-coverage 2022 missing  Statistics bureau",
            ],
            rows.Where(row => row.Dimensions["result"] != "unknown")
                .Select(row => string.Join(' ', new[] { "indicator", "year", "result", "met", "source" }.Select(name => row.Dimensions[name])))
        );
        Assert.Equal(Plan.Indicators.Count - 3, rows.Count(row => row.Dimensions["result"] == "unknown"));
        Assert.Equal(("%", 71.5m), (rows[0].Unit, rows[0].Measures["value"]));
        Assert.True(rows[0].Measures["gap"] < 0);
    }

    private static Aggregate Compute(string id, AggregateInputs inputs) => AggregateRecipe.All.Single(recipe => recipe.Id == id).Compute(inputs);

    private static Unit UnitOf(string indicator) => Plan.Indicators.Single(row => row.Id == indicator).Unit;

    private static Aggregate Compute(string id) => Compute(id, Inputs);
}
