using Nantong.OpenData.Plans.Columns;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Plans.Places;
using Nantong.OpenData.Plans.Quality;
using Nantong.OpenData.Plans.Source;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans;

/// <summary>The one door: bytes of a plan's files in, a <see cref="Plan"/> or the reason why there is none out.</summary>
public static class PlanReader
{
    /// <summary>Reads a plan from its source text and curation.</summary>
    /// <param name="source">The source text, UTF-8: <c>source.txt</c>.</param>
    /// <param name="description">The curation: <c>plan.json</c>.</param>
    /// <param name="errata">The known defects: <c>errata.json</c>.</param>
    /// <param name="places">The gazetteer: <c>places.json</c>; empty for a plan without one.</param>
    /// <returns>The plan, or the first place that breaks a rule, named by file and line.</returns>
    public static Parsed<Plan> Read(ReadOnlyMemory<byte> source, ReadOnlyMemory<byte> description, ReadOnlyMemory<byte> errata, ReadOnlyMemory<byte> places = default)
    {
        if (!Curation.ReadDescription(description).Try(out var about, out var error)) return error;
        if (!Curation.ReadErrata(errata).Try(out var defects, out error)) return error;
        if (!Curation.ReadGazetteer(places).Try(out var gazetteer, out error)) return error;
        if (!SourceText.Parse(source).Try(out var text, out error)) return error;

        List<Draft> drafts = [];
        var blocks = new BlockReader(text, PageBreaks.Close(text, BodyLine(text, about), line => Headings.Find(line) is not null || line.Contains('\t', StringComparison.Ordinal)));
        if (!Notice.Read(blocks, about.Title.Zh, drafts).Try(out var titleBlock, out error)) return error;
        if (Outline.Read(text, blocks, drafts) is { } misplaced) return misplaced;

        var nodes = NodeBuilder.Build(text, drafts, defects);
        if (!VerbatimLayer.Cut(text, nodes).Try(out _, out error)) return error;
        if (!IndicatorTable.Read(nodes, about).Try(out var indicators, out error)) return error;

        var plan = new Plan(about, titleBlock, text, nodes, indicators, ColumnReader.Read(nodes), defects);
        if ((Completeness.Check(plan) ?? ErrataCheck.Check(nodes, defects)) is { } mismatch) return mismatch;

        var facts = CommitmentReader.Read(nodes, indicators, about.Years);
        if (Coverage.Check(text, nodes, facts) is { } unexplained) return unexplained;
        if (!PlaceReader.Read(nodes, facts.Commitments, gazetteer).Try(out var geography, out error)) return error;

        return plan with
        {
            Errata = [.. defects, .. PageBreakErrata.Of(nodes)],
            Commitments = facts.Commitments,
            Exclusions = facts.Exclusions,
            Places = geography.Places,
            SpatialStructures = geography.Structures,
            Findings = Consistency.Check(nodes, indicators, facts.Commitments, defects),
            Observations = StatedObservations.Read(indicators, geography.Places),
            Files = [.. new[] { new PlanFile(PlanFile.Source, source), new(PlanFile.Description, description), new(PlanFile.Errata, errata), new(PlanFile.Places, places) }.Where(file => !file.Content.IsEmpty)],
        };
    }

    private static int BodyLine(SourceText source, PlanDescription about) =>
        source.Lines.Index().Where(line => source[line.Item].SequenceEqual(about.Title.Zh)).Select(line => line.Index + 2).FirstOrDefault(int.MaxValue);
}
