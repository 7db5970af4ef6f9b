using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases.Aggregates;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Releases.Tests.Aggregates;

public sealed class AggregateTests
{
    private static readonly Plan Plan = RealPlan.Read();
    private static readonly AggregateInputs Inputs = new(ReleaseVersion.First, Plan.Nodes, Plan.Indicators);

    [Fact]
    public void Indicators_are_counted_by_category_and_in_total()
    {
        var rows = Compute("indicators-by-category").Rows;

        Assert.Equal([2, 4, 7, 4, 17], rows.Select(row => row.Measures["indicators"]));
        var total = rows[^1];
        Assert.Equal("_T", total.Dimensions["category"]);
        Assert.Equal((16, 1, 1, 1), (total.Measures["numericTargets"], total.Measures["milestones"], total.Measures["floors"], total.Measures["cumulativeTargets"]));
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

        Assert.Equal(("none", "true", "false", "{个}"), (row.Dimensions["operator"], row.Dimensions["approximate"], row.Dimensions["cumulative"], row.Unit));
    }

    [Fact]
    public void The_text_is_counted_by_chapter()
    {
        var rows = Compute("text-by-chapter").Rows;

        Assert.Equal([2, 3, 5, 4, 5, 4, 4, 5, 4], rows.Where(row => row.Dimensions["chapter"].StartsWith("ch", StringComparison.Ordinal)).Select(row => row.Measures["sections"]));
        var total = rows[^1].Measures;
        Assert.Equal((36, 107, 7, 22, 17, 37), (total["sections"], total["paragraphs"], total["columns"], total["columnItems"], total["tableRows"], total["pageBreaksJoined"]));
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
            Assert.Equal(recipe.Id == "text-by-chapter", recipe.Compute(Inputs).InputsHash != recipe.Compute(changed).InputsHash);
        }
    }

    private static Aggregate Compute(string id) => AggregateRecipe.All.Single(recipe => recipe.Id == id).Compute(Inputs);
}
