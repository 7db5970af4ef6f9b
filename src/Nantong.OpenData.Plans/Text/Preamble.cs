namespace Nantong.OpenData.Plans.Text;

/// <summary>The preamble: it stands before the first chapter, under the plan's title.</summary>
internal static class Preamble
{
    /// <summary>Id of the node; its heading is the plan's title.</summary>
    public const string Id = "pre";

    /// <summary>Takes the title, which may stand on more than one line.</summary>
    public static void Begin(BlockReader blocks, string title, List<Draft> drafts)
    {
        drafts.Add(new Draft(Id, NodeType.Preamble, blocks.Next!.Span, null) { Heading = title });
        blocks.Advance();
    }
}
