namespace Nantong.OpenData.Plans;

/// <summary>The one door: bytes of a plan's files in, a <see cref="Plan"/> or the reason why there is none out.</summary>
public static class PlanReader
{
    /// <summary>Reads a plan from its source text and curation.</summary>
    /// <param name="source">The source text, UTF-8: <c>source.txt</c>.</param>
    /// <param name="description">The curation: <c>plan.json</c>.</param>
    /// <param name="errata">The known defects: <c>errata.json</c>.</param>
    /// <returns>The plan, or the first place that breaks a rule, named by file and line.</returns>
    public static Parsed<Plan> Read(ReadOnlyMemory<byte> source, ReadOnlyMemory<byte> description, ReadOnlyMemory<byte> errata) =>
        throw new NotSupportedException();
}
