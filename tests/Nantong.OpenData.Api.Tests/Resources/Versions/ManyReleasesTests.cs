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
    public void A_withdrawn_release_has_no_feed_and_stays_on_the_page_before()
    {
        var (shown, older) = ReleaseFeed.Page(Releases(7, withdrawn: 2), 5);
        Assert.Equal((new ReleaseVersion(1, 2, 0), new ReleaseVersion(1, 1, 0)), (shown[^1].Version, older));
    }

    [Fact]
    public void Behind_the_last_page_nothing_but_withdrawn_releases_makes_no_other()
    {
        var (shown, older) = ReleaseFeed.Page(Releases(6, withdrawn: 1), 5);
        Assert.Equal((6, null), (shown.Count, older));
    }

    [Fact]
    public void A_catalogue_describes_the_newest_of_those_that_were_asked_for()
    {
        CataloguedRelease[] all = [.. Releases(CataloguedPlan.MostDescribed + 3).Select(release => new CataloguedRelease(release, ""))];
        Assert.Equal(all[..CataloguedPlan.MostDescribed], CataloguedPlan.Newest(all, since: null));
        Assert.Equal(all[..2], CataloguedPlan.Newest(all, DateTimeOffset.UnixEpoch.AddDays(CataloguedPlan.MostDescribed + 2)));
    }

    /// <summary>Releases 1.n.0 to 1.1.0.</summary>
    private static ReleaseEntry[] Releases(int count, int withdrawn = 0)
    {
        var plan = RealPlan.Read();
        return
        [
            .. from number in Enumerable.Range(1, count).Reverse()
            select new ReleaseEntry(
                plan.About.Id,
                new ReleaseVersion(1, number, 0),
                number == withdrawn ? ReleaseStatus.Withdrawn : ReleaseStatus.Published,
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
