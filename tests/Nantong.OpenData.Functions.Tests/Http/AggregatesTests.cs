using Nantong.OpenData.Functions.Http;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Aggregates;

namespace Nantong.OpenData.Functions.Tests.Http;

public sealed class AggregatesTests
{
    private static readonly ReleaseVersion Older = new(1, 0, 0), Served = new(1, 0, 1);
    private static readonly Manifest Manifest = new("p", Served, null, "", "", [], [new("indicators", 17, "aa"), new("nodes", 900, "bb")]);

    [Theory]
    [InlineData("aa", true, false)]
    [InlineData("bb", true, false)]
    [InlineData("cc", true, true)]
    [InlineData("aa", false, true)]
    public void Figures_are_stale_when_they_come_from_other_rows_than_are_served(string inputsHash, bool ofServed, bool stale) =>
        Assert.Equal(stale, Aggregates.IsStale(new Aggregate("a", new Label("甲", "A"), ofServed ? Served : Older, inputsHash, []), Manifest));
}
