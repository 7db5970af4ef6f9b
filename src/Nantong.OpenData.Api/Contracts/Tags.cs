namespace Nantong.OpenData.Api.Contracts;

/// <summary>A family of resources.</summary>
internal sealed record Tag(string Name, string Description);

/// <summary>The families of resources, in the order of the documentation.</summary>
internal static class Tags
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Tag> All { get; } =
    [
        new("Service", "The service itself: where to begin, limits, state, this document."),
        new("Plans", "The plans, and what each one is."),
        new("Indicators", "The indicator table as data: baseline, target and direction of each row."),
        new("Text", "The full text: contents, and every node with its place in the source."),
        new("Columns", "The boxed project columns (专栏)."),
        new("Commitments", "Every quantity and dated promise of the prose, and the digits that are none, each with its place in the text."),
        new("Places", "The places that the plan names, where it names them, and the patterns in which it lays the city out."),
        new("Quality", "The known defects of the source, and what the rules of consistency found."),
        new("Observations", "Values of the indicators by area and year, and how a value stands to its target."),
        new("Search", "What the plan says about a word, and whether it says what somebody quotes."),
        new("Citations", "How to cite a release or any part of it, and what became of what was cited."),
        new("Aggregates", "Figures that a timer computes from the stored rows."),
        new("Releases", "The versions of a plan, and each of them as one document."),
        new("Changes", "What changed: the log, feeds of releases, and any two releases compared."),
        new("Files", "Everything as files to download, with hashes."),
        new("Catalogue", "What harvesters read: plans, releases and files in the vocabularies of data catalogues."),
    ];
}
