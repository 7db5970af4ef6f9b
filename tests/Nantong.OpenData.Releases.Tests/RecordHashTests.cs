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
        Assert.Equal((208, "5b8e50c8265c8d3f861c55b6a9fe3468a4ae9197f674394ec241f01a3204741e"), Rows(Hashes.Table(RecordKinds.Node, Plan.Nodes)));

    [Fact]
    public void The_boxes_of_the_first_plan_stay_as_they_are() =>
        Assert.Equal((7, "2d90fdee4daec7ba02fc3e8c1ec8ea772f82d87f091d5fd573ef4d0feb30fc3e"), Rows(Hashes.Table(RecordKinds.Column, Plan.Columns)));

    [Fact]
    public void How_the_source_is_set_is_no_part_of_a_release()
    {
        Assert.Null(Plan.About.Layout);
        Assert.Null(Plan.About.Area);
        Assert.All(Plan.About.Indicators, indicator => Assert.Null(indicator.Direction));
    }

    private static (int, string) Rows(TableEntry table) => (table.Rows, table.Sha256);
}
