namespace Nantong.OpenData.Plans;

/// <summary>The words under which catalogues list a plan.</summary>
public static class Keywords
{
    private static readonly char[] QuotationMarks = ['“', '”', '《', '》', ' ', '　'];

    /// <summary>The words that <c>plan.json</c> declares; else the parts of the title around its quotation marks, with the English title.</summary>
    /// <param name="about">What the editors say about the plan.</param>
    public static IReadOnlyList<Label> Of(PlanDescription about) =>
        about.Keywords
        ?? [.. about.Title.Zh.Split(QuotationMarks, StringSplitOptions.RemoveEmptyEntries).Select(part => new Label(part, about.Title.En))];

    /// <summary>The Chinese words, then the English ones, each once.</summary>
    public static IReadOnlyList<string> InBothLanguages(PlanDescription about) =>
        [
            .. Of(about)
                .Select(word => word.Zh)
                .Concat(Of(about).Select(word => word.En))
                .Where(word => word.Length > 0)
                .Distinct(StringComparer.Ordinal),
        ];
}
