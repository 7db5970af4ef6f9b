using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site.Service;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Versioning;
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
    private static readonly IReadOnlyList<Codelist> OfReleases =
    [
        Codelist.Of(
            "change-kinds",
            new("变更的原因类别", "Why things change"),
            Wire.Json.ChangeKind,
            (ChangeKind.SourceAmendment, "原文有变", "The source says something else"),
            (ChangeKind.TranscriptionFix, "原文未变，更正转录或提取", "The source says the same; it was read better"),
            (ChangeKind.Typographic, "仅全半角、空格或标点形式不同", "Width, spaces or forms of the same mark"),
            (ChangeKind.Metadata, "编者对数据的说明", "What the editors say about the data: labels, notes, rights"),
            (ChangeKind.Schema, "记录的字段、类型或发布的文件", "Which members records have, of which type, and which files there are")
        ),
        Codelist.Of(
            "change-operations",
            new("变更操作", "What happened in a change"),
            Wire.Json.ChangeOp,
            (ChangeOp.Added, "新增", "Added: only in the later release"),
            (ChangeOp.Removed, "删除", "Removed: only in the earlier release"),
            (ChangeOp.Modified, "修改", "Modified"),
            (
                ChangeOp.Moved,
                "移动：位置改变，按位置命名的记录标识符随之改变",
                "Moved: stands elsewhere; a record named after its place has another id"
            ),
            (ChangeOp.Renamed, "更名：标识符改变，位置不变", "Renamed: another id at the same place")
        ),
        Codelist.Of(
            "release-statuses",
            new("发布版本的状态", "Where a release stands in its life"),
            RecordJson.Line.ReleaseStatus,
            (ReleaseStatus.Published, "已发布", "Published and current or past"),
            (ReleaseStatus.Deprecated, "已弃用，仍可读取，请改用其他版本", "Still served, but readers should move on"),
            (ReleaseStatus.Withdrawn, "已撤回，内容不再提供，元数据仍可读取", "No longer served; what is known of it stays readable")
        ),
        new(
            "version-rules",
            new("决定主、次、修订版本号的规则表", "The table that decides between major, minor and patch"),
            [
                .. VersionRules.All.Select(rule => new CodelistItem(
                    rule.Id,
                    rule.Description,
                    new Dictionary<string, string> { ["bump"] = RecordJson.Code(rule.Bump, ChangeJson.Line.Bump) }
                )),
            ]
        ),
    ];

    /// <summary>Every codelist that is the same whatever plans are served, in id order. A new one is one more entry.</summary>
    internal static IReadOnlyList<Codelist> All { get; } =
    [
        .. OfReleases
            .Concat(FactCodelists.All)
            .Concat(TextCodelists.All)
            .Concat(IndicatorCodelists.All)
            .OrderBy(list => list.Id, StringComparer.Ordinal),
    ];

    /// <summary>Every codelist, in id order: also those that depend on the plans.</summary>
    internal static IReadOnlyList<Codelist> With(IReadOnlyList<Snapshot> latest) =>
        [.. All.Concat(PlanCodelists.Of(latest)).OrderBy(list => list.Id, StringComparer.Ordinal)];

    private static readonly Collection<CodelistEntry> Entries = new(list => list.Id, Wire.Json.CodelistEntry, Wire.Json.ListingCodelistEntry);

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
        return all.FirstOrDefault(list => list.Id == codelist) is { } found
            // Without a plan some are empty.
            ? new ServiceAnswer<Codelist>(found, Wire.Json.Codelist, snapshots.Latest is [] ? CacheRule.Never : CacheRule.Moving)
            {
                Page = view => CodelistPages.Of(view, found),
                Links = new Dictionary<string, string> { ["collection"] = Address.Of(context).Href("/v1/codelists") },
            }
            : Problems.NotFound("codelist", codelist, all.Select(list => list.Id), parameter: "codelist");
    }
}
