using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Versioning;

namespace Nantong.OpenData.Api.Resources.Vocabularies;

/// <summary>The codelists of releases and of what changes between them.</summary>
internal static class ReleaseCodelists
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Codelist> All { get; } =
    [
        Codelist.Of(
            "change-kinds",
            new("变更的原因类别", "Why things change"),
            Wire.Json.ChangeKind,
            (ChangeKind.SourceAmendment, "来源有变", "The source says something else"),
            (ChangeKind.NewData, "新增数值", "Values that came in since"),
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
}
