using Nantong.OpenData.Plans.Columns;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Inputs;
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
    /// <returns>The plan, or every place that breaks a rule, named by file and line, as far as the files can be read.</returns>
    public static Parsed<Plan> Read(ReadOnlyMemory<byte> source, ReadOnlyMemory<byte> description, ReadOnlyMemory<byte> errata, ReadOnlyMemory<byte> places = default)
    {
        var faults = new Faults();
        var (about, defects) = (faults.Take(Curation.ReadDescription(description)), faults.Take(Curation.ReadErrata(errata)));
        var (gazetteer, text) = (faults.Take(Curation.ReadGazetteer(places)), faults.Take(SourceText.Parse(source)));
        faults.Add(gazetteer?.Check());
        if (about is null || defects is null || gazetteer is null || text is null) return faults;

        if (faults.Take(ReadText(text, about, defects)) is not { } read || faults.Take(Translated(read)) is not { } outlined) return faults;
        if (ReadPlan(outlined, faults) is not { } plan) return faults;
        var facts = CommitmentReader.Read(plan.Nodes, plan.Indicators, about.Years);
        faults.Add(Coverage.Check(text, plan.Nodes, facts));
        if (faults.Count > 0 || faults.Take(PlaceReader.Read(plan.Nodes, facts.Commitments, gazetteer)) is not { } geography) return faults;

        plan = plan with
        {
            Errata = [.. defects, .. PageBreakErrata.Of(plan.Nodes)],
            Commitments = facts.Commitments,
            Exclusions = facts.Exclusions,
            Places = geography.Places,
            SpatialStructures = geography.Structures,
            Observations = StatedObservations.Read(plan.Indicators, geography.Places),
            Files =
            [
                .. new[]
                {
                    new PlanFile(PlanFile.Source, source),
                    // it is published, and JSON on the wire has no mark (RFC 8259 §8.1)
                    new(PlanFile.Description, TextEncoding.WithoutMark(description)),
                    new(PlanFile.Errata, TextEncoding.WithoutMark(errata)),
                    new(PlanFile.Places, TextEncoding.WithoutMark(places)),
                }.Where(file => !file.Content.IsEmpty),
            ],
        };
        return plan with { Findings = Consistency.Check(plan, gazetteer.Names ?? []) };
    }

    /// <summary>The text as a plan without indicators.</summary>
    private static Parsed<Plan> ReadText(SourceText text, PlanDescription about, IReadOnlyList<Erratum> defects)
    {
        List<Draft> drafts = [];
        var breaks = PageBreaks.Close(text, BodyLine(text, about), line => Headings.Find(line) is not null
            || line.Contains('\t', StringComparison.Ordinal));
        var blocks = new BlockReader(text, breaks);
        if (!Notice.Read(blocks, about.Title.Zh, drafts).Try(out var titleBlock, out var error)) return error;
        if (Outline.Read(text, blocks, drafts) is { } misplaced) return misplaced;

        var nodes = NodeBuilder.Build(text, drafts, defects);
        if (nodes.FirstOrDefault(node => node.Text.Length > InputLimits.LongestText) is { } tooLong)
            return SourceText.At(tooLong.Source.Lines[0], tooLong.Text,
                $"a passage of at most {InputLimits.LongestText} characters, as tables and workbooks take");
        return VerbatimLayer.Cut(text, nodes).Try(out _, out error) ? new Plan(about, titleBlock, text, nodes, [], [], defects) : error;
    }

    /// <summary>The plan with its indicators and columns, held against what the editors expect of it; null where a fault was found.</summary>
    private static Plan? ReadPlan(Plan outlined, Faults faults)
    {
        var before = faults.Count;
        Plan? plan = null;
        if (faults.Take(IndicatorTable.Read(outlined.Nodes, outlined.About)) is { } indicators)
        {
            plan = outlined with { Indicators = indicators, Columns = ColumnReader.Read(outlined.Nodes) };
            faults.Add(Completeness.Check(plan));
        }

        faults.Add(ErrataCheck.Check(outlined.Nodes, outlined.Errata));
        return faults.Count == before ? plan : null;
    }

    /// <summary>The plan with the English headings of <c>plan.json</c>; a translation of a node that is not there is refused.</summary>
    private static Parsed<Plan> Translated(Plan plan)
    {
        if (plan.About.Headings is not { } headings) return plan;
        var unknown = headings.Keys.FirstOrDefault(id => !plan.Nodes.Any(node => node.Id == id));
        if (unknown is not null) return new Unreadable($"{PlanFile.Description} headings", unknown, "the id of a node of this plan");
        return plan with
        {
            Nodes = [.. plan.Nodes.Select(node => headings.TryGetValue(node.Id, out var english) ? node with { HeadingEn = english } : node)],
        };
    }

    private static int BodyLine(SourceText source, PlanDescription about) =>
        source.Lines.Index().Where(line => source[line.Item].SequenceEqual(about.Title.Zh)).Select(line => line.Index + 2).FirstOrDefault(int.MaxValue);
}
