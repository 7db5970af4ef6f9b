using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site.Figures;
using Nantong.OpenData.Api.Site.Subjects;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Aggregates;

namespace Nantong.OpenData.Api.Resources.Statistics;

/// <summary>A table of figures that a timer computes from stored rows.</summary>
/// <param name="Id">Stable slug.</param>
/// <param name="Label">What it counts.</param>
/// <param name="AsOfRelease">The release whose rows it was computed from.</param>
/// <param name="InputsHash">SHA-256 over those rows.</param>
/// <param name="BuiltAt">When it was computed, in UTC.</param>
/// <param name="Stale">True when it was computed from other rows than those of the release served.</param>
/// <param name="Rows">The figures.</param>
public sealed record AggregateTable(
    string Id,
    Label Label,
    ReleaseVersion AsOfRelease,
    string InputsHash,
    DateTimeOffset BuiltAt,
    bool Stale,
    IReadOnlyList<AggregateRow> Rows
);

internal static class Aggregates
{
    private static readonly Collection<AggregateTable> All = new(
        table => table.Id,
        () => Wire.Json.AggregateTable,
        () => Wire.Json.ListingAggregateTable
    )
    {
        Categories = ["asOfRelease", "stale"],
    };

    private static readonly Label NotBuilt = new(
        "此版本的统计数据尚未计算；定时任务 RebuildAggregates 每 10 分钟计算一次。",
        "No figures have been computed for this release yet; the timer RebuildAggregates does so every 10 minutes."
    );

    /// <summary>True when figures were computed from another release than the one served: the rows of a release never change.</summary>
    internal static bool IsStale(Aggregate figures, ReleaseVersion served) => figures.AsOfRelease != served;

    public static void Map(RouteGroupBuilder plan)
    {
        var aggregates = plan.MapGroup("/aggregates").WithTags("Aggregates");
        aggregates.MapMethods("", Verbs.Read, ListAsync).Named("listAggregates", "List the aggregates with their figures").Lists(All);
        aggregates
            .MapMethods("/facets", Verbs.Read, CountAsync)
            .Named("countAggregates", "Count the values of the aggregates' fields, under a filter")
            .Counts(All);
        aggregates
            .MapMethods("/{id}", Verbs.Read, GetAsync)
            .Named("getAggregate", "Get one aggregate")
            .Shows(All, QueryParameter.Bom, QueryParameter.Header)
            .Offers(Format.OfFigures);
    }

    private static async Task<Results<Representation<Listing<AggregateTable>>, Problem>> ListAsync(
        PinnedRelease release,
        AggregateValues figures,
        CancellationToken cancellationToken
    )
    {
        var tables = await ReadAsync(release, figures, cancellationToken);
        return release.Page(tables, All, FigurePages.OfAll, moves: true, [.. Warn(tables, release.Address.Language)]);
    }

    private static async Task<Results<Representation<FacetCounts>, Problem>> CountAsync(
        PinnedRelease release,
        AggregateValues figures,
        CancellationToken cancellationToken
    ) => release.Count(await ReadAsync(release, figures, cancellationToken), All, moves: true);

    private static async Task<Results<Representation<AggregateTable>, Problem>> GetAsync(
        PinnedRelease release,
        string id,
        AggregateValues figures,
        CancellationToken cancellationToken
    )
    {
        if (!CsvForm.Parse(release.Address.Query).Try(out var csv, out var unreadable))
            return Problems.Invalid(unreadable);
        var tables = await ReadAsync(release, figures, cancellationToken);
        return tables.FirstOrDefault(table => table.Id == id) is { } found
            ? new Representation<AggregateTable>(found, Wire.Json.AggregateTable, release)
            {
                Moves = true,
                Write = _ => FigureTable.Write(found, csv, release),
                Page = view => found.Id == Attainment.Id ? AttainmentPage.Of(view, found) : FigurePages.Of(view, found),
                Warnings = [.. Warn([found], release.Address.Language)],
                Links = new Dictionary<string, string> { ["collection"] = release.Href("/aggregates") },
            }
            : Absent(id, tables);
    }

    /// <summary>Figures that this service computes, but does not have, are not said to be none.</summary>
    private static Problem Absent(string id, IReadOnlyList<AggregateTable> tables) =>
        AggregateRecipe.All.Any(recipe => recipe.Id == id)
            ? Problems.StoreUnavailable(
                $"The figures '{id}' of this release are not there: not computed yet, or lost; the timer RebuildAggregates computes them "
                    + "every 10 minutes."
            )
            : Problems.NotFound("aggregate", id, tables.Select(table => table.Id));

    private static IEnumerable<Warning> Warn(IReadOnlyList<AggregateTable> tables, Language language)
    {
        if (tables is [])
            yield return new Warning("not-built-yet", language.Of(NotBuilt));
        if (tables.FirstOrDefault(table => table.Stale) is { AsOfRelease: var release })
            yield return new Warning(
                "stale-figures",
                language.Of(
                    new(
                        $"这些统计数据由版本 {release} 计算：此版本的尚未计算或未能计算。见 status。",
                        $"The figures were computed from release {release}: those of this release are not there yet, or could not be "
                            + "computed. See the status document."
                    )
                )
            );
    }

    private static async Task<IReadOnlyList<AggregateTable>> ReadAsync(
        PinnedRelease release,
        AggregateValues figures,
        CancellationToken cancellationToken
    )
    {
        var entry = release.Entry;
        var stored = await Timeouts.WithinAsync(
            token => AggregateHistory.ReadAsync(figures, release.History, entry.Version, token),
            cancellationToken
        );
        return
        [
            .. stored.Select(found => new AggregateTable(
                found.Aggregate.Id,
                found.Aggregate.Label,
                found.Aggregate.AsOfRelease,
                found.Aggregate.InputsHash,
                found.BuiltAt,
                IsStale(found.Aggregate, entry.Version),
                found.Aggregate.Rows
            )),
        ];
    }
}
