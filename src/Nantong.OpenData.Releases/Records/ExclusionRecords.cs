using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Files.FieldSets;

namespace Nantong.OpenData.Releases.Records;

/// <summary>The digits of the prose that are no commitment, each with its reason, in reading order.</summary>
internal static class ExclusionRecords
{
    public static RecordKind<Exclusion> Kind { get; } =
        new("exclusions", "exclusion", () => RecordJson.Line.Exclusion, exclusion => exclusion.Id, plan => plan.Exclusions)
        {
            Filters =
            [
                new("reason", row => RecordJson.Code(row.Reason, RecordJson.Line.ExclusionReason)),
                new("raw", row => row.Raw),
                new("digits", row => row.Digits),
                new("node", row => row.Anchor.Node),
            ],
            Dataset = version =>
                Dataset<Exclusion>.Of(
                    "exclusions",
                    new("未计入的数字", "Exclusions"),
                    ExclusionFields.All,
                    RecordJson.Line.Exclusion,
                    RecordJson.Indented.DocumentExclusion,
                    version
                ),
            IsCounted = true,
            Text = "/raw",
            Node = "/anchor/node",
            References = ["/anchor/node"],
            Places = ["/id", "/anchor"],
        };
}
