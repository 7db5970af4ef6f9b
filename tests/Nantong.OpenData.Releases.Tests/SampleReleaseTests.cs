using System.Text;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases.Inputs;

namespace Nantong.OpenData.Releases.Tests;

/// <summary>Plans of other layouts become releases without a line of code, and nothing of one plan speaks in the other.</summary>
public sealed class SampleReleaseTests
{
    [Theory]
    [InlineData("coastal-14fyp")]
    [InlineData("water-14fyp")]
    [InlineData("transport-14fyp")]
    public void A_sample_of_another_layout_becomes_a_release_that_says_nothing_of_the_first_plan(string id)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "samples", id);
        var read = PlanInputs.Read([
            .. Directory.EnumerateFiles(folder).Select(path => new PlanFile(Path.GetFileName(path), File.ReadAllBytes(path))),
        ]);
        Assert.True(read.Value is not null, string.Join('\n', read.Faults?.Shown ?? []));

        var release = ReleaseBuilder.Build(read.Value!, ReleaseVersion.First, null);
        foreach (
            var file in release.Files.Where(file =>
                file.Path is "datapackage.json" or "README.md" or "CITATION.cff" or "plan.html" or "plan.md" or "indicators.csv"
            )
        )
        {
            using var content = new MemoryStream();
            file.Write(content);
            var text = Encoding.UTF8.GetString(content.ToArray());
            Assert.DoesNotContain("新型城镇化", text, StringComparison.Ordinal);
            Assert.DoesNotContain("urbanization-14fyp", text, StringComparison.Ordinal);
        }
    }
}
