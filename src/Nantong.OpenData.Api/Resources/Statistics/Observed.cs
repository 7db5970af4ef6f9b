using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Releases.Aggregates;
using Nantong.OpenData.Storage.Observations;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Resources.Statistics;

/// <summary>What was observed for the city as a whole: what charts and pages show beside the targets.</summary>
internal static class Observed
{
    private const int Most = 1_000;

    /// <summary>The values of all indicators, or of one, in the order of indicator and year.</summary>
    public static async Task<ILookup<string, Observation>> ReadAsync(
        Snapshot release,
        ObservationPages pages,
        string? indicator,
        CancellationToken cancellationToken
    )
    {
        var query = new ObservationQuery { Indicators = indicator is null ? null : [indicator], Areas = [.. Attainment.AreasOf(release.Places)] };
        var page = await pages.ReadAsync(release, query, after: null, Most, cancellationToken);
        return page.Items.ToLookup(row => row.Indicator, StringComparer.Ordinal);
    }
}
