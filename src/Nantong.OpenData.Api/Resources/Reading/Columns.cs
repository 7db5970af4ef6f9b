using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site.Subjects;
using Nantong.OpenData.Api.Site.Tables;
using Nantong.OpenData.Plans.Columns;

namespace Nantong.OpenData.Api.Resources.Reading;

/// <summary>The boxed project columns (专栏), by printed number or by node id.</summary>
internal static class Columns
{
    private static readonly Collection<Column> All = new(column => column.Id, () => Wire.Json.Column, () => Wire.Json.ListingColumn)
    {
        Categories = ["kind", "section"],
        Expansions =
        [
            Expansions.Commitments<Column>((column, commitment) => commitment.Column == column.Id),
            Expansions.Nodes<Column>(column => [column.Id, .. column.Items.Select(item => item.Id)]),
        ],
        Dataset = sets => sets.Columns,
    };

    /// <summary>The boxes as a table to ask.</summary>
    internal static AskedTable Table { get; } = new AskedTable<Column>(All, snapshot => snapshot.Columns);

    public static void Map(RouteGroupBuilder plan)
    {
        var columns = plan.MapGroup("/columns").WithTags("Columns");
        columns.MapMethods("", Verbs.Read, List).Named("listColumns", "List the plan's columns (专栏) with their items").Lists(All);
        columns.MapMethods("/facets", Verbs.Read, Count).Named("countColumns", "Count the values of the columns' fields, under a filter").Counts(All);
        columns.MapMethods("/{number}", Verbs.Read, Get).Named("getColumn", "Get one column (专栏) by its number").Shows(All);
    }

    private static Results<Representation<Listing<Column>>, Problem> List(PinnedRelease release) =>
        release.Page(release.Snapshot.Columns, All, ColumnPages.OfAll);

    private static Results<Representation<FacetCounts>, Problem> Count(PinnedRelease release) => release.Count(release.Snapshot.Columns, All);

    private static Results<Representation<Column>, Problem> Get(PinnedRelease release, string number) =>
        release.Snapshot.Columns.FirstOrDefault(column => column.Id == number || $"{column.Number}" == number) is { } column
            ? new Representation<Column>(column, Wire.Json.Column, release.Spelled($"/columns/{column.Number}"))
            {
                Page = view => ColumnPages.Of(view, column),
                Links = new Dictionary<string, string>
                {
                    ["collection"] = release.Href("/columns"),
                    ["text"] = release.Href($"/text/{column.Id}"),
                    ["cite"] = release.CiteHref(column.Id),
                },
            }
            : Problems.NotFound("column", number, release.Snapshot.Columns.Select(known => $"{known.Number}"), parameter: "number");
}
