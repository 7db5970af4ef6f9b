using Nantong.OpenData.Functions.Conventions;
using Nantong.OpenData.Functions.Formats;
using Nantong.OpenData.Functions.Query;
using Nantong.OpenData.Plans.Indicators;

namespace Nantong.OpenData.Functions.Http;

/// <summary>Table 1 as data.</summary>
internal static class Indicators
{
    public static void Map(RouteGroupBuilder plan)
    {
        var indicators = plan.MapGroup("/indicators").WithTags("Indicators");
        indicators.MapMethods("", Verbs.Read, List).Named("listIndicators", "List the plan's indicators").Takes(QueryParameter.Limit, QueryParameter.Cursor);
        indicators.MapMethods("/{id}", Verbs.Read, Get).Named("getIndicator", "Get one indicator");
    }

    private static Results<Representation<Listing<Indicator>>, Problem> List(PinnedRelease release) =>
        release.Page(release.Snapshot.Indicators, indicator => indicator.Id, Wire.Json.ListingIndicator);

    private static Results<CrossReferenced<Indicator>, Problem> Get(PinnedRelease release, string id) =>
        release.Snapshot.FindIndicator(id) is { } indicator
            ? new CrossReferenced<Indicator>(
                new(indicator, Wire.Json.Indicator, release)
                {
                    Links = new Dictionary<string, string>
                    {
                        ["collection"] = release.Href("/indicators"),
                        ["text"] = release.TextHref(indicator.Source.Node),
                        ["observations"] = release.Href($"/indicators/{id}/observations"),
                        ["cite"] = release.CiteHref(id),
                    },
                },
                release.ReferencesOf(indicator))
            : Problems.NotFound("indicator", id, release.Snapshot.Indicators.Select(known => known.Id));
}
