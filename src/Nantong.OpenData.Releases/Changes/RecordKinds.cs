namespace Nantong.OpenData.Releases.Changes;

/// <summary>The kinds of record that releases are compared by.</summary>
public static class RecordKinds
{
    /// <summary>The source text: its name and hash.</summary>
    public static RecordKind Source { get; } = new("sources", "source");

    /// <summary>What is said about the plan as a whole.</summary>
    public static RecordKind Plan { get; } =
        new("plans", "plan")
        {
            Id = "/about/id",
            Editorial = ["/about"],
            Elsewhere = ["/about/indicators", "/about/categories", "/about/cumulativeNote", "/about/expect", "/about/headings", "/about/subjects"],
            Ids = ["/about/id"],
        };

    /// <summary>The text.</summary>
    public static RecordKind Node { get; } =
        new("nodes", "node")
        {
            Text = "/text",
            Node = "/id",
            Editorial = ["/headingEn"],
            Follows = ["/number", "/heading", "/lead", "/sha256", "/source/verbatim", "/source/joins", "/source/normalizations"],
            Places =
            [
                "/id",
                "/path",
                "/eid",
                "/order",
                "/parent",
                "/previous",
                "/next",
                "/source/lines",
                "/source/charStart",
                "/source/charEnd",
                "/source/joins/*/line",
            ],
            Meaning = ["/type"],
        };

    /// <summary>The rows of the indicator table.</summary>
    public static RecordKind Indicator { get; } =
        new("indicators", "indicator")
        {
            Text = "/name",
            Node = "/source/node",
            References = ["/source/node"],
            Follows = ["/label/zh", "/statement", "/decimals"],
            Places = ["/source/line", "/source/charStart", "/source/charEnd"],
            Editorial =
            [
                "/label/en",
                "/shortLabel",
                "/category/label",
                "/notes",
                "/unit/inferred",
                "/unit/labelEn",
                "/direction/basis",
                "/direction/rule",
                "/target/interpretation/basis",
            ],
            Ids = ["/category/id"],
            Units = ["/unit/ucum"],
            Meaning =
            [
                "/baseline/year",
                "/target/year",
                "/target/period",
                "/target/kind",
                "/target/operator",
                "/target/cumulative",
                "/target/interpretation/operator",
                "/direction/value",
            ],
            Values = ["/baseline/value", "/target/value"],
        };

    /// <summary>The boxed project columns (专栏), their items as records of their own.</summary>
    public static RecordKind Column { get; } =
        new("columns", "column")
        {
            Text = "/title",
            Node = "/id",
            References = ["/anchor", "/section"],
            Places = ["/id", "/number"],
            Editorial = ["/titleEn"],
            Parts = new RecordKind("items", "column-item")
            {
                Text = "/text",
                Node = "/id",
                Places = ["/id", "/number"],
                Editorial = ["/headingEn"],
            },
        };

    /// <summary>The quantities and dated promises of the prose.</summary>
    public static RecordKind Commitment { get; } =
        new("commitments", "commitment")
        {
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

    /// <summary>The digits that are no commitment.</summary>
    public static RecordKind Exclusion { get; } =
        new("exclusions", "exclusion")
        {
            IsCounted = true,
            Text = "/raw",
            Node = "/anchor/node",
            References = ["/anchor/node"],
            Places = ["/id", "/anchor"],
        };

    /// <summary>The places that the plan names. Where it names them follows from the text, which has its own changes.</summary>
    public static RecordKind Place { get; } =
        new("places", "place")
        {
            Text = "/name",
            Editorial = ["/name", "/label", "/aliases", "/within", "/withinBasis", "/note", "/division"],
            Elsewhere = ["/mentions", "/nodes", "/commitments"],
            Meaning = ["/type"],
        };

    /// <summary>The patterns in which the plan lays the city out.</summary>
    public static RecordKind SpatialStructure { get; } =
        new("structures", "structure")
        {
            Text = "/name",
            Editorial = ["/label", "/note", "/members"],
            Elsewhere = ["/mentions", "/members/*/anchor"],
        };

    /// <summary>What the rules of consistency found.</summary>
    public static RecordKind Finding { get; } =
        new("findings", "finding")
        {
            Origin = RecordOrigin.Editors,
            IsCounted = true,
            Text = "/statement/zh",
            Subject = "/rule",
            Node = "/sides/0/anchor/node",
            Places = ["/id"],
            Elsewhere = ["/sides/*/anchor", "/sides/*/commitment"],
        };

    /// <summary>The known defects of the source.</summary>
    public static RecordKind Erratum { get; } =
        new("errata", "erratum")
        {
            Origin = RecordOrigin.Editors,
            Node = "/target",
            References = ["/target"],
        };

    /// <summary>The observations of each indicator, counted and hashed: the release document has no more of them.</summary>
    public static RecordKind ObservationPart { get; } = new("observations", "observation-set") { Origin = RecordOrigin.Publisher, IsDigest = true };

    /// <summary>The values that somebody published beside the plan.</summary>
    public static RecordKind Observation { get; } =
        new("observation", "observation")
        {
            Origin = RecordOrigin.Publisher,
            Values = ["/value"],
            Follows = ["/missingReason"],
            Elsewhere = ["/unit"],
        };

    /// <summary>The files that a release is published as.</summary>
    public static RecordKind File { get; } = new("files", "file") { Origin = RecordOrigin.Form, Id = "/path" };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RecordKind> All { get; } =
    [Source, Plan, Node, Indicator, Column, Commitment, Exclusion, Place, SpatialStructure, Finding, Erratum, ObservationPart, Observation, File];
}
