using System.Text;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Releases.Inputs;

namespace Nantong.OpenData.Releases.Tests.Aggregates;

/// <summary>The values that others have reported since the plan, as the plan's folder holds them.</summary>
public class ReportedValuesTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "plans", "urbanization-14fyp");

    [Theory]
    [InlineData("urban-rural-income-ratio,nantong,2023,1.90,R", true)]
    [InlineData("good-air-days-share,nantong,2023,83.6,R", false)]
    [InlineData("rd-expenditure-gdp-share,nantong,2024,2.96,R", false)]
    [InlineData("high-tech-output-share,nantong,2024,49.6,R", true)]
    public void A_reported_value_is_compared_and_not_due(string row, bool met)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, "observations.csv"), Encoding.UTF8);
        Assert.Contains(lines, line => line.StartsWith($"{row},\"", StringComparison.Ordinal));

        var cells = row.Split(',');
        var indicator = Changes.Versions.First.Plan.Indicators.Single(indicator => indicator.Id == cells[0]);
        var evaluation = Evaluation.Parse(indicator, cells[3], cells[2]).Value!;
        Assert.Equal((EvaluationResult.NotDue, met), (evaluation.Result, evaluation.Met));
    }

    [Fact]
    public void The_file_of_the_plan_can_be_read()
    {
        var files = PlanFile
            .Names.Where(name => File.Exists(Path.Combine(Folder, name)))
            .Select(name => new PlanFile(name, File.ReadAllBytes(Path.Combine(Folder, name))))
            .ToList();
        var plan = PlanInputs.Read(files).Value!;
        Assert.Equal(4, plan.Observations.Count(observation => observation.Status == "R"));
        Assert.False(ObservationStatus.Find("R")!.Missing);
    }
}
