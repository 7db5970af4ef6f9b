using Nantong.OpenData.Plans;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Releases.Tests;

/// <summary>The first plan was published before its layout was declared in <c>plan.json</c>: its text and its boxes are the same records, byte for byte.</summary>
public sealed class RecordHashTests
{
    private static readonly Plan Plan = RealPlan.Read();

    [Fact]
    public void The_nodes_of_the_first_plan_are_those_that_were_published() =>
        Assert.Equal((208, "da6c190b93781b6746a57215ae788948db702f63369172a100"), Rows(Hashes.Nodes(Plan.Nodes)));

    [Fact]
    public void The_boxes_of_the_first_plan_are_those_that_were_published() =>
        Assert.Equal((7, "802ef83f43f7190a3fda76b6430aae00e686613939ca3ab4da9b20a97f26a898"), Rows(Hashes.Columns(Plan.Columns)));

    [Fact]
    public void How_the_source_is_set_is_no_part_of_a_release()
    {
        Assert.Null(Plan.About.Layout);
        Assert.Null(Plan.About.Area);
        Assert.All(Plan.About.Indicators, indicator => Assert.Null(indicator.Direction));
    }

    private static (int, string) Rows(TableEntry table) => (table.Rows, table.Sha256);
}
