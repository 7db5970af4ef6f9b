namespace Nantong.OpenData.Plans.Source;

/// <summary>A known defect of the source and what was done about it. Curated in <c>errata.json</c>, except the page breaks that the text itself shows.</summary>
/// <param name="Id">Stable id: <c>e-0003</c>; for a page break its node with its number there: <c>ch5.s5.p2.j1</c>.</param>
/// <param name="Target">Id of the node that it stands in.</param>
/// <param name="Kind"><c>typo</c>, <c>typographic</c>, <c>encoding</c>, <c>missing-unit</c>, <c>glyph</c> or <c>page-join</c>.</param>
/// <param name="Verbatim">What the source says.</param>
/// <param name="Normalized">What we read; null when we do not know.</param>
/// <param name="Applied">True when the text layer shows <paramref name="Normalized"/>.</param>
/// <param name="Expect">How often <paramref name="Verbatim"/> stands in the node; the build fails when the source differs.</param>
/// <param name="Reason">Why.</param>
/// <param name="Status"><c>open</c>, <c>reported</c>, <c>acknowledged</c> or <c>fixed-upstream</c>.</param>
public sealed record Erratum(
    string Id,
    string Target,
    string Kind,
    string Verbatim,
    string? Normalized,
    bool Applied,
    int Expect,
    Label Reason,
    string Status);
