using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases.Records;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Releases.Tests;

/// <summary>The first plan was published before its layout was declared in <c>plan.json</c>: how it is set is said elsewhere now, so its text and its
/// boxes stay what they are, byte for byte; they have gained English titles.</summary>
public sealed class RecordHashTests
{
    private static readonly Plan Plan = RealPlan.Read();

    [Fact]
    public void The_nodes_of_the_first_plan_stay_as_they_are() =>
        Assert.Equal((208, "4eb4fe30763d3253f4feb9baf6cceeb7893618faebd9d0d7e7e14a3bcf0a39e9"), Rows(Hashes.Table(RecordKinds.Node, Plan.Nodes)));

    [Fact]
    public void The_boxes_of_the_first_plan_stay_as_they_are() =>
        Assert.Equal((7, "37482fe06e4b9d2ee5b18a51af8c4d1dc7de37d9e7684abc4aebcb4edbcd3cb3"), Rows(Hashes.Table(RecordKinds.Column, Plan.Columns)));

    [Fact]
    public void How_the_source_is_set_is_no_part_of_a_release()
    {
        Assert.Null(Plan.About.Layout);
        Assert.Null(Plan.About.Area);
        Assert.All(Plan.About.Indicators, indicator => Assert.Null(indicator.Direction));
    }

    private static (int, string) Rows(TableEntry table) => (table.Rows, table.Sha256);
}
