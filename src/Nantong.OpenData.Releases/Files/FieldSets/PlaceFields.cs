using Nantong.OpenData.Plans.Places;
using Nantong.OpenData.Releases.Files.Delimited;

namespace Nantong.OpenData.Releases.Files.FieldSets;

/// <summary>The columns of dataset <c>places</c>.</summary>
internal static class PlaceFields
{
    public static IReadOnlyList<Field<Place>> All { get; } =
    [
        new Field<Place>("id", "编号", "Stable id", row => row.Id).Key(),
        new Field<Place>("type", "类型", "What the place is", row => RecordJson.Code(row.Type, RecordJson.Line.PlaceType)).Coded(
            CodeLabels.PlaceTypes
        ),
        new("name", "名称", "Full name", row => row.Name),
        new("name_en", "名称（英文）", "Name in English, an editorial translation", row => row.Label.En),
        new("aliases", "别名", "Other ways in which the plan prints it", row => row.Aliases),
        new Field<Place>("within", "上级", "Id of the place that it lies in or belongs to; empty where nobody says so", row => row.Within).Naming(
            NamedRecords.Places
        ),
        new Field<Place>(
            "within_basis",
            "上级依据",
            "stated or inferred: whether the plan or the name of the place itself says so; empty where within is",
            row => row.WithinBasis
        ).Coded(CodeLabels.Bases),
        new(
            "division_code",
            "行政区划代码",
            "Code in the national list of administrative divisions (GB/T 2260); empty for what has none",
            row => row.Division?.Code
        ),
        new("division_source", "代码来源", "The list that has it", row => row.Division?.Source),
        new("note_zh", "说明", "What else to know, in Chinese", row => row.Note?.Zh),
        new("note_en", "说明（英文）", "What else to know, in English", row => row.Note?.En),
        new("mention_count", "提及次数", "How often the text names it", row => (int?)row.Mentions.Count),
        new("nodes", "所在节点", "Ids of the nodes that name it", row => row.Nodes),
        new("commitments", "相关承诺", "Ids of the commitments whose clause names it", row => row.Commitments),
    ];
}
