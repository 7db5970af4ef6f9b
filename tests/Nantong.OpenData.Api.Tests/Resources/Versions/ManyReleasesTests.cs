using Nantong.OpenData.Api.Catalogue;
using Nantong.OpenData.Api.Resources.Versions;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Api.Tests.Resources.Versions;

/// <summary>What tells of a plan's releases is bounded, however many there are: a feed comes in pages, a catalogue describes the newest.</summary>
public sealed class ManyReleasesTests
{
    [Fact]
    public void What_fits_is_one_page()
    {
        var (shown, older) = ReleaseFeed.Page(Releases(5), 5);
        Assert.Equal((5, null), (shown.Count, older));
    }

    [Fact]
    public void What_does_not_fit_goes_on_at_the_next_older_release()
    {
        var (shown, older) = ReleaseFeed.Page(Releases(7), 5);
        Assert.Equal((new ReleaseVersion(1, 7, 0), new ReleaseVersion(1, 3, 0)), (shown[0].Version, shown[^1].Version));
        Assert.Equal(new ReleaseVersion(1, 2, 0), older);
    }

    [Fact]
    public void A_catalogue_describes_the_newest_or_all_since_a_moment()
    {
        CataloguedRelease[] all = [.. Releases(CataloguedPlan.MostDescribed + 3).Select(release => new CataloguedRelease(release, ""))];
        Assert.Equal(all[..CataloguedPlan.MostDescribed], CataloguedPlan.Newest(all, since: null));
        Assert.Equal(all[..52], CataloguedPlan.Newest(all, DateTimeOffset.UnixEpoch.AddDays(2)));
    }

    /// <summary>Releases 1.n.0 to 1.1.0.</summary>
    private static ReleaseEntry[] Releases(int count)
    {
        var plan = RealPlan.Read();
        return
        [
            .. from number in Enumerable.Range(1, count).Reverse()
            select new ReleaseEntry(
                plan.About.Id,
                new ReleaseVersion(1, number, 0),
                ReleaseStatus.Published,
                DateTimeOffset.UnixEpoch.AddDays(number),
                "",
                "",
                "",
                null,
                plan.About,
                plan.TitleBlock
            ),
        ];
    }
}
