using Nantong.OpenData.Plans.Inputs;
using Nantong.OpenData.Plans.Source;

namespace Nantong.OpenData.Plans;

/// <summary>All that the reading of one plan has to tell: faults, with which it is not published, and warnings, which an editor looks at.</summary>
/// <param name="description">The bytes of <c>plan.json</c>, so that a fault of what it declares is told with its line.</param>
internal sealed class ReadingReport(ReadOnlyMemory<byte> description)
{
    /// <summary>The faults.</summary>
    public Faults Faults { get; } = new();

    /// <summary>The guesses and whatever else deserves a look.</summary>
    public Faults Warnings { get; } = new();

    /// <summary>A fault at a line of the source.</summary>
    public void Fault(int line, ReadOnlySpan<char> found, string rule) => Faults.Add(SourceText.At(line, found, rule));

    /// <summary>A warning at a line of the source.</summary>
    public void Warn(int line, ReadOnlySpan<char> found, string rule) => Warnings.Add(SourceText.At(line, found, rule));

    /// <summary>A fault at a place of <c>plan.json</c>.</summary>
    /// <param name="path">Path of the place: <c>$.layout.ignore[0]</c>.</param>
    /// <param name="found">What is found.</param>
    /// <param name="rule">What is allowed.</param>
    public void FaultInDescription(string path, string found, string rule) => Faults.Add(InDescription(path, found, rule));

    /// <summary>A warning at a place of <c>plan.json</c>.</summary>
    public void WarnInDescription(string path, string found, string rule) => Warnings.Add(InDescription(path, found, rule));

    private Unreadable InDescription(string path, string found, string rule)
    {
        var text = TextEncoding.WithoutMark(description);
        var root = new JsonPlaces(PlanFile.Description, text, new Faults()).Read()!; // it was read before
        return TextPlace.Of(text.Span, JsonPath.Find(root, path).Start).Fault(PlanFile.Description, found, $"{path}: {rule}");
    }
}
