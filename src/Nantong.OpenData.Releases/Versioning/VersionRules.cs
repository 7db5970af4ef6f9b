using System.Text.Json.Serialization;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Records;

namespace Nantong.OpenData.Releases.Versioning;

/// <summary>Which number of a version grows.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Bump>))]
public enum Bump
{
    /// <summary>None: nothing changed.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>The third: a correction.</summary>
    [JsonStringEnumMemberName("patch")]
    Patch,

    /// <summary>The second: something was added, or the source says something new.</summary>
    [JsonStringEnumMemberName("minor")]
    Minor,

    /// <summary>The first: what readers rely on is gone or means something else.</summary>
    [JsonStringEnumMemberName("major")]
    Major,
}

/// <summary>One rule: such a change needs at least such a bump.</summary>
/// <param name="Id">Stable id: <c>unit-changed</c>.</param>
/// <param name="Bump">The smallest bump that the change allows.</param>
/// <param name="Description">The rule in words.</param>
public sealed record VersionRule(string Id, Bump Bump, Label Description);

/// <summary>The published table that decides between major, minor and patch. The known standards contradict each other, so ours is data that
/// everybody can read.</summary>
public static class VersionRules
{
    private static readonly VersionRule IdRemoved = new("id-removed", Bump.Major, new("删除了记录的标识符", "A record and its id were removed"));
    private static readonly VersionRule IdRenamed = new("id-renamed", Bump.Major, new("更改了标识符", "An id was renamed"));
    private static readonly VersionRule IdRenumbered = new(
        "id-renumbered",
        Bump.Major,
        new(
            "文本节点或按序编号的记录重新编号，标识符指向别处",
            "Nodes of the text, or records numbered in its order, were renumbered, so that ids name others"
        )
    );
    private static readonly VersionRule FieldRemoved = new("field-removed", Bump.Major, new("删除了字段", "A field was removed or renamed"));
    private static readonly VersionRule FieldTypeChanged = new(
        "field-type-changed",
        Bump.Major,
        new("字段的类型改变", "A field has values of another type")
    );
    private static readonly VersionRule FormatRemoved = new("format-removed", Bump.Major, new("不再提供某个文件", "A file is no longer published"));
    private static readonly VersionRule UnitChanged = new(
        "unit-changed",
        Bump.Major,
        new("计量单位代码改变", "The code of a unit changed, so that numbers mean something else")
    );
    private static readonly VersionRule MeaningChanged = new(
        "meaning-changed",
        Bump.Major,
        new("目标的含义改变：类型、运算符、累计、期间或方向", "What a target or node is changed: type, operator, cumulative, period or direction")
    );
    private static readonly VersionRule RecordAdded = new("record-added", Bump.Minor, new("新增记录", "A record was added"));
    private static readonly VersionRule FieldAdded = new("field-added", Bump.Minor, new("新增字段", "A field was added"));
    private static readonly VersionRule FormatAdded = new("format-added", Bump.Minor, new("新增文件格式", "A file was added"));
    private static readonly VersionRule SourceAmended = new(
        "source-amended",
        Bump.Minor,
        new("原文有新版本，内容随之改变", "The source has a new text, or a publisher a new value")
    );
    private static readonly VersionRule TranscriptionFixed = new(
        "transcription-fixed",
        Bump.Patch,
        new("原文未变，更正转录或提取", "The source says the same; its transcription or extraction was corrected")
    );
    private static readonly VersionRule TypographyChanged = new(
        "typography-changed",
        Bump.Patch,
        new("仅全半角、空格或标点形式不同", "Width, spaces or forms of marks differ, nothing else")
    );
    private static readonly VersionRule MetadataChanged = new(
        "metadata-changed",
        Bump.Patch,
        new("编者的标签、注释或说明改变", "Labels, notes or other words of the editors changed")
    );
    private static readonly VersionRule DerivedChanged = new(
        "derived-changed",
        Bump.Patch,
        new("仅派生内容不同", "Only what follows from the records differs")
    );

    /// <summary>The table, the strictest rules first.</summary>
    public static IReadOnlyList<VersionRule> All { get; } =
    [
        IdRemoved,
        IdRenamed,
        IdRenumbered,
        FieldRemoved,
        FieldTypeChanged,
        FormatRemoved,
        UnitChanged,
        MeaningChanged,
        RecordAdded,
        FieldAdded,
        FormatAdded,
        SourceAmended,
        TranscriptionFixed,
        TypographyChanged,
        MetadataChanged,
        DerivedChanged,
    ];

    /// <summary>The rule for releases that differ although no change can be told.</summary>
    internal static VersionRule WithoutChanges => DerivedChanged;

    /// <summary>The rule with an id; null when there is none.</summary>
    public static VersionRule? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);

    /// <summary>The rule that a change falls under.</summary>
    /// <param name="op">What happened.</param>
    /// <param name="why">Why.</param>
    /// <param name="record">To which kind of record.</param>
    /// <param name="path">To which member; empty for the record as a whole.</param>
    internal static VersionRule Of(ChangeOp op, ChangeKind why, RecordKind record, string path) =>
        (op, path) switch
        {
            (ChangeOp.Added, "") when record.Origin is RecordOrigin.Form => FormatAdded,
            (ChangeOp.Removed, "") when record.Origin is RecordOrigin.Form => FormatRemoved,
            (ChangeOp.Added, "") when record.Origin is RecordOrigin.Editors => MetadataChanged,
            (ChangeOp.Added, "") => RecordAdded,
            (ChangeOp.Removed, "") => IdRemoved,
            (ChangeOp.Moved, _) => IdRenumbered,
            (ChangeOp.Renamed, _) => IdRenamed,
            _ => OfMember(op, why, record, path),
        };

    private static VersionRule OfMember(ChangeOp op, ChangeKind why, RecordKind record, string path) =>
        why switch
        {
            ChangeKind.Schema => op switch
            {
                ChangeOp.Added => FieldAdded,
                ChangeOp.Removed => FieldRemoved,
                _ => FieldTypeChanged,
            },
            _ when RecordKind.Covers(record.Ids, path) => IdRenamed,
            _ when RecordKind.Covers(record.Units, path) => UnitChanged,
            _ when RecordKind.Covers(record.Meaning, path) => MeaningChanged,
            ChangeKind.SourceAmendment => SourceAmended,
            ChangeKind.TranscriptionFix => TranscriptionFixed,
            ChangeKind.Typographic => TypographyChanged,
            _ => MetadataChanged,
        };
}
