using Nantong.OpenData.Plans.Source;

namespace Nantong.OpenData.Plans.Text;

/// <summary>A node before its text is derived and its neighbours are known.</summary>
/// <param name="Id">Dotted id.</param>
/// <param name="Type">What it is.</param>
/// <param name="Span">Every character that it owns.</param>
/// <param name="Parent">Id of the node that holds it; null at the top level.</param>
internal sealed record Draft(string Id, NodeType Type, SourceSpan Span, string? Parent)
{
    /// <summary>The characters that its text is made from: all it owns, unless it is a cell of a row.</summary>
    public SourceSpan TextSpan { get; init; } = Span;

    /// <summary>The printed number.</summary>
    public string? Number { get; init; }

    /// <summary>The printed heading.</summary>
    public string? Heading { get; init; }
}
