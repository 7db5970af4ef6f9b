using Nantong.OpenData.Plans.Source;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Files.FieldSets;

namespace Nantong.OpenData.Releases.Records;

/// <summary>The known defects of the source. Those of page breaks are not compared: they follow from the nodes.</summary>
internal static class ErratumRecords
{
    public static RecordKind<Erratum> Kind { get; } =
        new("errata", "erratum", () => RecordJson.Line.Erratum, erratum => erratum.Id, plan => plan.Errata)
        {
            Filters =
            [
                new("target", row => row.Target),
                new("kind", row => row.Kind),
                new("applied", row => row.Applied),
                new("status", row => row.Status),
                new("confidence", row => row.Confidence),
            ],
            IsCompared = erratum => !PageBreakErrata.Includes(erratum),
            Dataset = version =>
                Dataset<Erratum>.Of(
                    "errata",
                    new("勘误", "Errata"),
                    ErratumFields.All,
                    RecordJson.Line.Erratum,
                    RecordJson.Indented.DocumentErratum,
                    version
                ),
            Origin = RecordOrigin.Editors,
            Node = "/target",
            References = ["/target"],
        };
}
