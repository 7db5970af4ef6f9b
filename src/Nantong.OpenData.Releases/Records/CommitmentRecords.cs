using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Files.FieldSets;

namespace Nantong.OpenData.Releases.Records;

/// <summary>The quantities and dated promises of the prose, in reading order.</summary>
internal static class CommitmentRecords
{
    public static RecordKind<Commitment> Kind { get; } =
        new("commitments", "commitment", () => RecordJson.Line.Commitment, commitment => commitment.Id, plan => plan.Commitments)
        {
            Filters =
            [
                new("kind", row => RecordJson.Code(row.Kind, RecordJson.Line.CommitmentKind)),
                new("operator", row => RecordJson.Code(row.Operator, RecordJson.Line.QuantityOperator)),
                new("value", row => row.Value),
                new("from", row => row.From),
                new("to", row => row.To),
                new("unitCode", row => row.Unit?.Ucum),
                new("deadline", row => row.Deadline?.Raw),
                new("deadlineTo", row => row.Deadline?.To),
                new("node", row => row.Anchor.Node),
                new("section", row => row.Section),
                new("column", row => row.Column),
                new("indicator", row => row.Indicator),
            ],
            Dataset = version =>
                Dataset<Commitment>.Of(
                    "commitments",
                    new("正文中的数量与承诺", "Commitments"),
                    CommitmentFields.All,
                    RecordJson.Line.Commitment,
                    RecordJson.Indented.DocumentCommitment,
                    version
                ),
            IsCounted = true,
            Text = "/anchor/quote/exact",
            Subject = "/subject",
            Node = "/anchor/node",
            References = ["/anchor/node", "/deadline/anchor/node", "/section", "/column"],
            Follows = ["/anchor/quote/exact"],
            Places = ["/id", "/anchor", "/deadline/anchor"],
            Editorial = ["/unit/inferred", "/unit/labelEn", "/subjectEn", "/correction"],
            Units = ["/unit/ucum"],
            Meaning = ["/kind", "/operator", "/deadline/from", "/deadline/to"],
            Values = ["/value", "/from", "/to"],
        };
}
