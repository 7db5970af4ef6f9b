namespace Nantong.OpenData.Functions.Conventions;

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
        new("Aggregates", "Figures that a timer computes from the stored rows."),
        new("Releases", "The versions of a plan, and each of them as one document."),
        new("Changes", "What changed: the log, feeds of releases, and any two releases compared."),
        new("Files", "Everything as files to download, with hashes."),
    ];
}
