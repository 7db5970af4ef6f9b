using Nantong.OpenData.Plans.Places;

namespace Nantong.OpenData.Releases.Files.FieldSets;

/// <summary>The columns of dataset <c>structures</c>: one row per member of a pattern, and one without a member for a pattern whose members the plan
/// does not list.</summary>
internal static class StructureFields
{
    public static IEnumerable<Row> Rows(SpatialStructure structure) =>
        structure.Members is [] ? [new Row(structure, 0, null)] : structure.Members.Select((member, index) => new Row(structure, index + 1, member));

    public static IReadOnlyList<Field<Row>> All { get; } =
    [
        new Field<Row>("structure_id", "格局编号", "Id of the pattern", row => row.Structure.Id).Key(),
        new("structure_name", "格局", "The pattern as a name", row => row.Structure.Name),
        new("structure_name_en", "格局（英文）", "The pattern in English, an editorial translation", row => row.Structure.Label.En),
        new Field<Row>(
            "member_number",
            "成员序号",
            "Position in the pattern, from 1; 0 when the plan lists no members",
            row => (int?)row.Number
        ).Key(),
        new("member_name", "成员", "The member", row => row.Member?.Name),
        new("member_name_en", "成员（英文）", "The member in English, an editorial translation", row => row.Member?.Label.En),
        new("member_places", "成员地名", "Ids of the places that make it up", row => row.Member?.Places ?? []),
        new("member_node", "所在节点", "Id of the node that says so", row => row.Member?.Anchor.Node),
        new("member_quote", "原文", "The words that say so", row => row.Member?.Anchor.Quote.Exact),
    ];

    internal sealed record Row(SpatialStructure Structure, int Number, StructureMember? Member);
}
