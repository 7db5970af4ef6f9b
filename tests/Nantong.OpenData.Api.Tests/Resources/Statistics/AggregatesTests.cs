using Nantong.OpenData.Api.Resources.Statistics;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Aggregates;

namespace Nantong.OpenData.Api.Tests.Resources.Statistics;

public sealed class AggregatesTests
{
    private static readonly ReleaseVersion Served = new(1, 0, 1);

    [Theory]
    [InlineData("1.0.1", false)]
    [InlineData("1.0.0", true)]
    public void Figures_are_stale_when_they_come_from_another_release_than_is_served(string from, bool stale)
    {
        Assert.True(ReleaseVersion.TryParse(from, out var release));
        Assert.Equal(stale, Aggregates.IsStale(new Aggregate("a", new Label("甲", "A"), release, "aa", []), Served));
    }
}
