namespace Nantong.OpenData.Plans.Source;

/// <summary>A known defect of the source and what was done about it. Curated in <c>errata.json</c>, except the page breaks that the text itself
/// shows.</summary>
/// <param name="Id">Stable id: <c>e-0003</c>; for a page break its node with its number there: <c>ch5.s5.p2.j1</c>.</param>
/// <param name="Target">Id of the node that it stands in.</param>
/// <param name="Kind"><c>typo</c>, <c>typographic</c>, <c>encoding</c>, <c>missing-unit</c>, <c>glyph</c>, <c>wording</c> or
/// <c>page-join</c>.</param>
/// <param name="Verbatim">What the source says.</param>
/// <param name="Normalized">What we read; null when we do not know.</param>
/// <param name="Applied">True when the text layer shows <paramref name="Normalized"/>.</param>
/// <param name="Expect">How often <paramref name="Verbatim"/> stands in the node; the build fails when the source differs.</param>
/// <param name="Reason">Why.</param>
/// <param name="Status"><c>open</c>, <c>reported</c>, <c>acknowledged</c> or <c>fixed-upstream</c>.</param>
/// <param name="Confidence"><c>certain</c> when no reader would doubt that it is a defect, <c>likely</c> when most would not, <c>style</c> when the
/// text is understood as it stands and only departs from good usage or from its own. Certain defects of typography may be applied; wording never
/// is.</param>
public sealed record Erratum(
    string Id,
    string Target,
    string Kind,
    string Verbatim,
    string? Normalized,
    bool Applied,
    int Expect,
    Label Reason,
    string Status,
    string Confidence = "certain"
)
{
    /// <summary>The values of <see cref="Kind"/>.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["typo", "typographic", "encoding", "missing-unit", "glyph", "wording", "page-join"];

    /// <summary>The values of <see cref="Status"/>.</summary>
    public static IReadOnlyList<string> Statuses { get; } = ["open", "reported", "acknowledged", "fixed-upstream"];

    /// <summary>The values of <see cref="Confidence"/>.</summary>
    public static IReadOnlyList<string> Confidences { get; } = ["certain", "likely", "style"];
}
