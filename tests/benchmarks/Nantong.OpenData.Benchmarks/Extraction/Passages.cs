using System.Text;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Source;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Benchmarks.Extraction;

/// <summary>Reads sentences that are not in the plan, as a paragraph under a heading.</summary>
internal static class Passages
{
    /// <summary>Years of the plan that the sentences are taken to stand in.</summary>
    public static PlanYears Years { get; } = new(2021, 2025, 2020, 2025);

    public static CommitmentReading Read(string text, string heading = "主要任务")
    {
        var source = SourceText.Parse(Encoding.UTF8.GetBytes($"{heading}\n{text}\n")).Value!;
        return CommitmentReader.Read(Nodes(source), [], Years);
    }

    /// <summary>The first digits that no rule explains.</summary>
    public static Unreadable? Unexplained(string text)
    {
        var source = SourceText.Parse(Encoding.UTF8.GetBytes($"主要任务\n{text}\n")).Value!;
        return Coverage.Unknown(source, Nodes(source), Read(text), []).FirstOrDefault();
    }

    private static Node[] Nodes(SourceText source) =>
        [
            NodeOf("ch1", NodeType.Chapter, null, source, 0) with
            {
                Heading = source[source.Lines[0]].ToString(),
            },
            NodeOf("ch1.p1", NodeType.Paragraph, "ch1", source, 1),
        ];

    private static Node NodeOf(string id, NodeType type, string? parent, SourceText source, int line)
    {
        var (span, text) = (source.Lines[line], source[source.Lines[line]].ToString());
        return new Node
        {
            Id = id,
            Path = NodePath.FromId(id),
            Eid = NodePath.ToEid(id),
            Type = type,
            Order = line + 1,
            Text = text,
            Source = new NodeSource(text, [line + 1, line + 1], span.Start, span.End, [], []),
            Sha256 = "",
            Parent = parent,
        };
    }
}
