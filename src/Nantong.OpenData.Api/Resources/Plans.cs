using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Resources;

/// <summary>A plan at a release: what it is and how much there is of it.</summary>
/// <param name="Id">Id of the plan.</param>
/// <param name="Title">Title in both languages.</param>
/// <param name="Description">What the plan is.</param>
/// <param name="Language">Language of the text, as a BCP 47 tag.</param>
/// <param name="Years">The years that it covers.</param>
/// <param name="Issued">The notice that issued it.</param>
/// <param name="TextRights">Rights statement for the text itself.</param>
/// <param name="Categories">The categories of its indicators.</param>
/// <param name="Counts">How much there is of it.</param>
/// <param name="PublishedAt">When this release was published, in UTC.</param>
/// <param name="SourceSha256">SHA-256 of the source text.</param>
/// <param name="ContentHash">Tells one content from another: equal hashes, equal content.</param>
public sealed record PlanOverview(
    string Id,
    Label Title,
    Label Description,
    string Language,
    PlanYears Years,
    TitleBlock Issued,
    Label TextRights,
    IReadOnlyList<Category> Categories,
    PlanCounts Counts,
    DateTimeOffset? PublishedAt,
    string SourceSha256,
    string ContentHash
);

/// <summary>How much there is of a plan.</summary>
/// <param name="Chapters">Number of chapters.</param>
/// <param name="Sections">Number of sections.</param>
/// <param name="Paragraphs">Number of body paragraphs.</param>
/// <param name="Nodes">Number of addressable nodes of the text, of every type.</param>
/// <param name="Columns">Number of columns (专栏).</param>
/// <param name="ColumnItems">Number of items in them.</param>
/// <param name="Indicators">Number of indicators.</param>
/// <param name="Commitments">Number of commitments.</param>
/// <param name="Places">Number of places that the plan names.</param>
/// <param name="Errata">Number of known defects of the source.</param>
/// <param name="Findings">Number of findings of the rules of consistency, agreements included.</param>
/// <param name="Observations">Number of observations.</param>
/// <param name="Characters">Number of characters of the whole text, as Unicode code points.</param>
public sealed record PlanCounts(
    int Chapters,
    int Sections,
    int Paragraphs,
    int Nodes,
    int Columns,
    int ColumnItems,
    int Indicators,
    int Commitments,
    int Places,
    int Errata,
    int Findings,
    int Observations,
    int Characters
);

/// <summary>A plan in the list of plans.</summary>
/// <param name="Id">Id of the plan.</param>
/// <param name="Title">Title in both languages.</param>
/// <param name="Years">The years that it covers.</param>
/// <param name="Latest">Its latest release.</param>
/// <param name="Href">Address of the plan.</param>
public sealed record PlanEntry(string Id, Label Title, PlanYears Years, ReleaseVersion Latest, string Href);

internal static class Plans
{
    private static readonly string[] Families =
    [
        "toc",
        "text",
        "sections",
        "paragraphs",
        "indicators",
        "columns",
        "commitments",
        "exclusions",
        "places",
        "structures",
        "errata",
        "consistency",
        "observations",
        "cite",
        "aggregates",
        "releases",
        "changes",
        "files",
        "document",
    ];

    private static readonly Collection<PlanEntry> All = new(plan => plan.Id, () => Wire.Json.PlanEntry, () => Wire.Json.ListingPlanEntry);

    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapMethods("/plans", Verbs.Read, List).Named("listPlans", "List the plans").WithTags("Plans").Lists(All);
        v1.MapMethods("/plans/{plan}", Verbs.Read, Get).Named("getPlan", "Get a plan: what it is, counts and links").WithTags("Plans").IsOfRelease();
    }

    private static Results<ServiceAnswer<Listing<PlanEntry>>, Problem> List(HttpContext context, Snapshots snapshots)
    {
        if (snapshots.Latest is [])
            return Problems.StoreUnavailable(snapshots.Condition.Problem ?? Problems.NothingYet);

        var address = Address.Of(context);
        var plans = snapshots
            .Latest.Select(snapshot => snapshot.Release)
            .Select(release => new PlanEntry(
                release.Plan,
                release.About.Title,
                release.About.Years,
                release.Version,
                address.Href($"/v1/plans/{release.Plan}")
            ));
        return address.Page([.. plans], All);
    }

    private static Representation<PlanOverview> Get(PinnedRelease release)
    {
        var (snapshot, entry, about) = (release.Snapshot, release.Entry, release.Entry.About);
        PlanOverview overview = new(
            entry.Plan,
            about.Title,
            about.Description,
            about.Language,
            about.Years,
            entry.TitleBlock,
            about.TextRights,
            about.Categories,
            Count(snapshot),
            entry.PublishedAt,
            snapshot.Manifest.SourceSha256,
            entry.ContentHash
        );
        return new(overview, Wire.Json.PlanOverview, release) { Page = view => PlanPage.Of(view, overview), Links = LinksOf(release) };
    }

    /// <remarks>What needs a parameter is a template (RFC 6570): <c>{?q}</c>.</remarks>
    private static Dictionary<string, string> LinksOf(PinnedRelease release)
    {
        var links = Families.ToDictionary(family => family, family => release.Href($"/{family}"));
        links["atom"] = release.LatestHref($"/changes.{Format.Atom.Extension}");
        links["search"] = release.Href($"/search{{?{TextParameters.Words.Name}}}");
        links["verify"] = release.Href($"/verify{{?{TextParameters.Quote.Name}}}");
        links["resolve"] = release.LatestHref($"/cite/resolve{{?{TextParameters.Target.Name},{TextParameters.From.Name}}}");
        return links;
    }

    private static PlanCounts Count(Snapshot snapshot)
    {
        int Of(NodeType type) => snapshot.Nodes.Count(node => node.Type == type);
        return new(
            Of(NodeType.Chapter),
            Of(NodeType.Section),
            Of(NodeType.Paragraph),
            snapshot.Nodes.Count,
            snapshot.Columns.Count,
            Of(NodeType.ColumnItem),
            snapshot.Indicators.Count,
            snapshot.Commitments.Count,
            snapshot.Places.Count,
            snapshot.Errata.Count,
            snapshot.Findings.Count,
            snapshot.Observations.Sum(part => part.Rows),
            snapshot.Nodes.Sum(node => node.Text.Length)
        );
    }
}
