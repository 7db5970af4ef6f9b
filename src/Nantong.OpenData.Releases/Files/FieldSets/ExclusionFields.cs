using Nantong.OpenData.Plans.Commitments;

namespace Nantong.OpenData.Releases.Files.FieldSets;

/// <summary>The columns of dataset <c>exclusions</c>.</summary>
internal static class ExclusionFields
{
    public static IReadOnlyList<Field<Exclusion>> All { get; } =
    [
        new Field<Exclusion>("id", "编号", "Id in reading order", row => row.Id).Key(),
        new("reason", "原因", "Why the digits are no commitment", row => RecordJson.Code(row.Reason, RecordJson.Line.ExclusionReason)),
        new("raw", "数字原文", "The name, date or number as printed", row => row.Raw),
        new("digits", "数字段数", "How many runs of digits it holds", row => (int?)row.Digits),
        .. AnchorFields.Of<Exclusion>(row => row.Anchor),
    ];
}
