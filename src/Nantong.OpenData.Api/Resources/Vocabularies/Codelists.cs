using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site.Service;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Resources.Vocabularies;

/// <summary>A codelist in the list of codelists.</summary>
/// <param name="Id">Stable slug.</param>
/// <param name="Label">What the codes are for.</param>
/// <param name="Count">Number of codes.</param>
/// <param name="Href">Address of the list.</param>
public sealed record CodelistEntry(string Id, Label Label, int Count, string Href);

internal static class Codelists
{
    private static readonly Lazy<IReadOnlyList<Codelist>> Fixed = new(() =>
        [
            .. ReleaseCodelists
                .All.Concat(FactCodelists.All)
                .Concat(TextCodelists.All)
                .Concat(IndicatorCodelists.All)
                .OrderBy(list => list.Id, StringComparer.Ordinal),
        ]
    );

    /// <summary>Every codelist that is the same whatever plans are served, in id order; made when first asked for.</summary>
    internal static IReadOnlyList<Codelist> All => Fixed.Value;

    /// <summary>Every codelist, in id order: also those that depend on the plans.</summary>
    internal static IReadOnlyList<Codelist> With(IReadOnlyList<Snapshot> latest) =>
        [.. All.Concat(PlanCodelists.Of(latest)).OrderBy(list => list.Id, StringComparer.Ordinal)];

    private static readonly Collection<CodelistEntry> Entries = new(
        list => list.Id,
        () => Wire.Json.CodelistEntry,
        () => Wire.Json.ListingCodelistEntry
    );

    public static void Map(RouteGroupBuilder v1)
    {
        var lists = v1.MapGroup("/codelists").WithTags("Service");
        lists.MapMethods("", Verbs.Read, List).Named("listCodelists", "List the codelists").Lists(Entries);
        lists.MapMethods("/{codelist}", Verbs.Read, Get).Named("getCodelist", "Get one codelist: codes and what they mean");
    }

    private static Results<ServiceAnswer<Listing<CodelistEntry>>, Problem> List(HttpContext context, Snapshots snapshots)
    {
        var address = Address.Of(context);
        return address.Page(
            [
                .. With(snapshots.Latest)
                    .Select(list => new CodelistEntry(list.Id, list.Label, list.Items.Count, address.Href($"/v1/codelists/{list.Id}"))),
            ],
            Entries,
            CodelistPages.OfAll
        );
    }

    private static Results<ServiceAnswer<Codelist>, Problem> Get(HttpContext context, Snapshots snapshots, string codelist)
    {
        var all = With(snapshots.Latest);
        var rule = snapshots.Latest is [] ? CacheRule.Never : CacheRule.Moving; // without a plan some are empty
        return all.FirstOrDefault(list => list.Id == codelist) is { } found
            ? new ServiceAnswer<Codelist>(found, Wire.Json.Codelist, rule)
            {
                Page = view => CodelistPages.Of(view, found),
                Links = new Dictionary<string, string> { ["collection"] = Address.Of(context).Href("/v1/codelists") },
            }
            : Problems.NotFound("codelist", codelist, all.Select(list => list.Id), parameter: "codelist");
    }
}
