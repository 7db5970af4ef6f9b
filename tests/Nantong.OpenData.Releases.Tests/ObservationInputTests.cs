using System.Text;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Inputs;
using Nantong.OpenData.Releases.Versioning;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Releases.Tests;

public sealed class ObservationInputTests
{
    private const string Head = "indicator,area,year,value,status,source,note\n";
    private static readonly Plan Plan = RealPlan.Read();

    [Fact]
    public void Published_observations_stand_beside_those_of_the_plan_in_one_order_whatever_the_order_of_the_file()
    {
        const string A = "urbanization-rate,nantong,2022,71.8,A,x,\n",
            B = "urbanization-rate,nantong,2021,\"71.2\",A,\"x, \"\"y\"\"\",\n";

        var (one, other) = (Read(Head + A + B).Value!, Read(Head + B + A).Value!);

        Assert.Equal(17, one.Observations.Count);
        Assert.Equal([2020, 2021, 2022], one.Observations.Where(row => row.Indicator == "urbanization-rate").Select(row => row.Year));
        Assert.Equal("x, \"y\"", one.Observations[1].Source);
        Assert.Equal(one.Observations, other.Observations);
        Assert.Equal(Head + A + B, Encoding.UTF8.GetString(Build(one).Files.Single(file => file.Path == "input-observations.csv").ToBytes()));
    }

    [Fact]
    public async Task Added_observations_are_minor_removed_ones_major_and_those_of_the_plan_count_as_indicators()
    {
        var (none, some) = (
            ReleaseContent.Of(Build(Plan)),
            ReleaseContent.Of(Build(Read(Head + "urbanization-rate,nantong,2021,71.2,A,x,\n").Value!))
        );

        var (added, removed) = (await PlanDiff.CompareAsync(none, some), await PlanDiff.CompareAsync(some, none));

        Assert.Equal(
            (ChangeOp.Added, Bump.Minor, "urbanization-rate.nantong.2021"),
            Told(Assert.Single(added.Changes, change => change.Target.Type == "observation"))
        );
        Assert.Equal(
            (ChangeOp.Removed, Bump.Major, "urbanization-rate.nantong.2021"),
            Told(Assert.Single(removed.Changes, change => change.Target.Type == "observation"))
        );
        Assert.Empty((await PlanDiff.CompareAsync(none, ReleaseContent.Of(Build(Plan)))).Changes);

        static (ChangeOp, Bump, string?) Told(Change change) => (change.Op, change.Severity, change.Target.Id);
    }

    [Theory]
    [InlineData("urbanization-rate,nantong,2021,71,A,x,\nurbanization-rate,nantong,2022,七,A,x,\n", 3)]
    [InlineData("urbanization-rate,nantong,2021,71,A,\"x\ny\",\nurbanization-rate,nantong,2022,七,A,x,\n", 4)]
    [InlineData("urbanization-rate,nantong,2021,71,A,\"x,\n", 2)]
    public void A_row_that_breaks_a_rule_is_named_by_its_line(string rows, int line) =>
        Assert.Equal($"observations.csv line {line}", Read(Head + rows).Error!.Where);

    [Fact]
    public void A_file_that_is_no_text_is_refused() =>
        Assert.StartsWith(
            "UTF-8; the file looks like UTF-16",
            PlanInputs.Read([.. Plan.Files, new PlanFile(PlanFile.Observations, new byte[] { 0xFF, 0xFE, 0x41 })]).Error!.Rule,
            StringComparison.Ordinal
        );

    private static Parsed<Plan> Read(string observations) =>
        PlanInputs.Read([.. Plan.Files, new PlanFile(PlanFile.Observations, Encoding.UTF8.GetBytes(observations))]);

    private static Release Build(Plan plan) => ReleaseBuilder.Build(plan, ReleaseVersion.First, null);
}
