namespace Nantong.OpenData.Plans.Text;

/// <summary>The preamble: it stands before the first chapter, under the plan's title.</summary>
internal static class Preamble
{
    /// <summary>Id of the node; its heading is the plan's title.</summary>
    public const string Id = "pre";

    /// <summary>Takes the title line.</summary>
    public static void Begin(BlockReader blocks, List<Draft> drafts)
    {
        var title = blocks.Next!;
        drafts.Add(new Draft(Id, NodeType.Preamble, title.Span, null) { Heading = blocks.Text(title) });
        blocks.Advance();
    }
}
