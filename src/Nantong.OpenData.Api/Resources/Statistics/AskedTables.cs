using System.Collections.Frozen;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Resources.Reading;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Api.Site.Tables;

namespace Nantong.OpenData.Api.Resources.Statistics;

/// <summary>The page on which people put a table together. It is nothing but a page: what it makes is an address of the data.</summary>
internal static class AskedTables
{
    private static readonly FrozenDictionary<string, AskedTable> All = new Dictionary<string, AskedTable>
    {
        ["columns"] = Columns.Table,
        ["commitments"] = Commitments.Table,
        ["consistency"] = Quality.FoundTable,
        ["errata"] = Quality.Table,
        ["exclusions"] = Commitments.ExcludedTable,
        ["indicators"] = Indicators.Table,
        ["paragraphs"] = Text.Table,
        ["places"] = Places.Table,
        ["structures"] = Places.PatternTable,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static void Map(RouteGroupBuilder plan) =>
        plan.MapMethods("/table/{dataset}", Verbs.Read, Get)
            .Offers([Format.Html])
            .Takes([QueryParameter.Fields, QueryParameter.Header, QueryParameter.Lang, .. TableForm.Parameters])
            .ExcludeFromDescription();

    /// <summary>True for a dataset that tables are made of.</summary>
    internal static bool Has(string dataset) => All.ContainsKey(dataset);

    private static Results<PageOnly, Problem> Get(PinnedRelease release, string dataset) =>
        All.TryGetValue(dataset, out var table)
            ? new PageOnly(view => TablePage.Of(view, dataset, table), release)
            : Problems.NotFound("dataset", dataset, All.Keys, "dataset");
}
