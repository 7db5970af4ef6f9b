using Nantong.OpenData.Api.Contracts;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site.Subjects;
using Nantong.OpenData.Api.Site.Tables;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Storage.Observations;

namespace Nantong.OpenData.Api.Resources.Statistics;

/// <summary>Table 1 as data.</summary>
internal static class Indicators
{
    private static readonly Collection<Indicator> All = new(indicator => indicator.Id, () => Wire.Json.Indicator, () => Wire.Json.ListingIndicator)
    {
        Categories = ["category.id", "unit.ucum", "baseline.status", "target.kind", "target.operator", "target.cumulative", "direction.value"],
        Aliases = new Dictionary<string, string>
        {
            ["category"] = "category.name",
            ["direction"] = "direction.value",
            ["name_en"] = "label.en",
            ["short_zh"] = "shortLabel.zh",
            ["short_en"] = "shortLabel.en",
            ["notes_zh"] = "notes.text.zh",
            ["notes_en"] = "notes.text.en",
            ["unit_code"] = "unit.ucum",
        },
        Expansions =
        [
            Expansions.References<Indicator>((release, indicator) => release.ReferencesOf(indicator)),
            Expansions.Commitments<Indicator>((indicator, commitment) => commitment.Indicator == indicator.Id),
            Expansions.Nodes<Indicator>(indicator => [indicator.Source.Node]),
        ],
        Dataset = sets => sets.Indicators,
    };

    /// <summary>The indicators as a table to ask.</summary>
    internal static AskedTable Table { get; } = new AskedTable<Indicator>(All, snapshot => snapshot.Indicators);

    public static void Map(RouteGroupBuilder plan)
    {
        var indicators = plan.MapGroup("/indicators").WithTags("Indicators");
        indicators.MapMethods("", Verbs.Read, ListAsync).Named("listIndicators", "List the plan's indicators").Lists(All);
        indicators
            .MapMethods("/facets", Verbs.Read, Count)
            .Named("countIndicators", "Count the values of the indicators' fields, under a filter")
            .Counts(All);
        indicators.MapMethods("/{id}", Verbs.Read, GetAsync).Named("getIndicator", "Get one indicator").Shows(All);
    }

    private static async Task<Results<Representation<Listing<Indicator>>, Problem>> ListAsync(
        PinnedRelease release,
        ObservationPages pages,
        CancellationToken cancellationToken
    )
    {
        if (!release.IsPageWanted(All.Offered))
            return release.Page(release.Snapshot.Indicators, All);

        var observed = await Timeouts.WithinAsync(token => Observed.ReadAsync(release.Snapshot, pages, indicator: null, token), cancellationToken);
        return release.Page(release.Snapshot.Indicators, All, (view, selection) => IndicatorPages.OfAll(view, selection, observed));
    }

    private static Results<Representation<FacetCounts>, Problem> Count(PinnedRelease release) => release.Count(release.Snapshot.Indicators, All);

    private static async Task<Results<CrossReferenced<Indicator>, Problem>> GetAsync(
        PinnedRelease release,
        string id,
        ObservationPages pages,
        CancellationToken cancellationToken
    )
    {
        if (release.Snapshot.FindIndicator(id) is not { } indicator)
            return Problems.NotFound("indicator", id, release.Snapshot.Indicators.Select(known => known.Id), names: PlanNames.Of(release.Snapshot));

        var observed = release.IsPageWanted(Format.OfData)
            ? (await Timeouts.WithinAsync(token => Observed.ReadAsync(release.Snapshot, pages, id, token), cancellationToken))[id]
            : [];
        var references = release.ReferencesOf(indicator);
        return new CrossReferenced<Indicator>(
            new(indicator, Wire.Json.Indicator, release)
            {
                Page = view => IndicatorPages.Of(view, indicator, observed, references),
                Links = new Dictionary<string, string>
                {
                    ["collection"] = release.Href("/indicators"),
                    ["text"] = release.TextHref(indicator.Source.Node),
                    ["observations"] = release.Href($"/indicators/{id}/observations"),
                    ["evaluate"] = release.Href($"/indicators/{id}/evaluate{{?{QueryParameter.Value.Name},{QueryParameter.Year.Name}}}"),
                    ["cite"] = release.CiteHref(id),
                },
            },
            references
        );
    }
}
