using Nantong.OpenData.Plans.Columns;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Corrections;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Inputs;
using Nantong.OpenData.Plans.Layout;
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
    /// <param name="corrections">The corrections: <c>commitments.json</c>; empty for a plan without them.</param>
    /// <returns>The plan, or every place that breaks a rule, named by file and line, as far as the files can be read.</returns>
    public static Parsed<Plan> Read(
        ReadOnlyMemory<byte> source,
        ReadOnlyMemory<byte> description,
        ReadOnlyMemory<byte> errata,
        ReadOnlyMemory<byte> places = default,
        ReadOnlyMemory<byte> corrections = default
    )
    {
        var reading = Inspect(source, description, errata, places, corrections);
        return reading.Plan is { } plan ? plan : reading.Faults;
    }

    /// <summary>Reads as much of a plan as can be read, and tells everything that is wrong or deserves a look.</summary>
    /// <param name="source">The source text.</param>
    /// <param name="description">The curation.</param>
    /// <param name="errata">The known defects.</param>
    /// <param name="places">The gazetteer; empty for a plan without one.</param>
    /// <param name="corrections">The corrections; empty for a plan without them.</param>
    public static PlanReading Inspect(
        ReadOnlyMemory<byte> source,
        ReadOnlyMemory<byte> description,
        ReadOnlyMemory<byte> errata,
        ReadOnlyMemory<byte> places = default,
        ReadOnlyMemory<byte> corrections = default
    )
    {
        var report = new ReadingReport(
            new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal)
            {
                [PlanFile.Description] = description,
                [PlanFile.Errata] = errata,
                [PlanFile.Places] = places,
                [PlanFile.Commitments] = corrections,
            }
        );
        var faults = report.Faults;
        var (about, defects) = (faults.Take(Curation.ReadDescription(description)), faults.Take(Curation.ReadErrata(errata)));
        var (gazetteer, text) = (faults.Take(Curation.ReadGazetteer(places)), faults.Take(SourceText.Parse(source)));
        var corrected = faults.Take(Curation.ReadCorrections(corrections));
        var misplaced = gazetteer?.Check();
        if (misplaced is not null)
            report.FaultOfEntry(PlanFile.Places, misplaced);
        var reading = new PlanReading
        {
            About = about,
            Source = text,
            Faults = faults,
            Warnings = report.Warnings,
        };
        if (about is null || defects is null || gazetteer is null || text is null || corrected is null)
            return reading;

        var (untranslated, outline) = ReadText(text, about, defects, report);
        if (untranslated is null)
            return reading;
        var outlined = Translated(untranslated);
        reading = reading with { Nodes = outlined.Nodes, Ignored = outlined.Ignored };
        var plan = ReadData(outlined, outline, report);
        if (faults.Count == 0)
            TellLostHeadings(plan, report);
        var facts = Translated(
            CorrectedFacts.Of(plan.Nodes, CommitmentReader.Read(plan.Nodes, plan.Indicators, about.Years), corrected, about.Years, report),
            about,
            report
        );
        CurationGaps.Tell(about, gazetteer, report);
        report.Warnings.Add(Coverage.Unknown(text, plan.Nodes, facts, about.Layout!.Tables ?? []));
        report.Warnings.Add(Coverage.Numerals(text, plan.Nodes, facts));
        report.Warnings.Add(SourceOddities.Find(text));
        report.Warnings.Add(SourceOddities.Unpaired(plan.Nodes.Select(node => (node.Source.Lines[0], node.Text))));
        reading = reading with { Indicators = plan.Indicators, Columns = plan.Columns, Facts = facts };
        if (misplaced is not null)
            return reading; // told above
        var placed = PlaceReader.Read(plan.Nodes, facts.Commitments, gazetteer);
        if (placed.Value is not { } geography)
        {
            foreach (var fault in placed.Faults!.Shown)
                report.FaultOfEntry(PlanFile.Places, fault);
            return reading;
        }

        reading = reading with { Places = geography.Places };
        CheckArea(about, plan.Indicators, geography.Places, report);

        if (faults.Count > 0)
            return reading;
        plan = plan with
        {
            About = about.AsPublished(),
            Errata = [.. defects, .. PageBreakErrata.Of(plan.Nodes)],
            Commitments = facts.Commitments,
            Exclusions = facts.Exclusions,
            Places = geography.Places,
            SpatialStructures = geography.Structures,
            Observations = StatedObservations.Read(plan.Indicators, geography.Places, about.Area),
            Warnings = report.Warnings,
            Files = FilesOf(source, description, errata, places, corrections),
        };
        return reading with { Plan = plan with { Findings = Consistency.Check(plan, gazetteer) } };
    }

    private static IReadOnlyList<PlanFile> FilesOf(
        ReadOnlyMemory<byte> source,
        ReadOnlyMemory<byte> description,
        ReadOnlyMemory<byte> errata,
        ReadOnlyMemory<byte> places,
        ReadOnlyMemory<byte> corrections
    ) =>
        [
            .. new[]
            {
                new PlanFile(PlanFile.Source, source),
                // it is published, and JSON on the wire has no mark (RFC 8259 §8.1)
                new(PlanFile.Description, TextEncoding.WithoutMark(description)),
                new(PlanFile.Errata, TextEncoding.WithoutMark(errata)),
                new(PlanFile.Places, TextEncoding.WithoutMark(places)),
                new(PlanFile.Commitments, TextEncoding.WithoutMark(corrections)),
            }.Where(file => !file.Content.IsEmpty),
        ];

    /// <summary>The text as a plan without indicators, and whether its outline is whole; null where not even the title is there.</summary>
    private static (Plan? Plan, bool Outline) ReadText(SourceText text, PlanDescription about, IReadOnlyList<Erratum> defects, ReadingReport report)
    {
        var layout = about.Layout!;
        if (TitleLines.Find(text, about.Title.Zh) is not { } title)
        {
            report.Fault(text.Lines.Count, "the end of the file", $"the plan's title on a line of its own: {about.Title.Zh}");
            return (null, false);
        }

        var before = report.Faults.Count;
        var (kinds, drafts) = (new LineKinds(layout), new List<Draft>());
        var ignored = IgnoredPassages.Find(text, layout.Ignore ?? [], report);
        if (ignored.FirstOrDefault(line => line.Line >= title.First && line.Line <= title.Last) is { } hidden)
        {
            report.Fault(hidden.Line, hidden.Text, "the plan's title, which layout.ignore in plan.json leaves out");
            return (null, false);
        }

        var blocks = new BlockReader(text, PageBreaks.Close(text, title, kinds, ignored, report), kinds);
        var titleBlock = Notice.Read(blocks, title, about, drafts, report);
        Outline.Read(new OutlineContext(text, blocks, about, drafts, report));

        var nodes = NodeBuilder.Build(text, drafts, defects);
        foreach (var tooLong in nodes.Where(node => node.Text.Length > InputLimits.LongestText))
            report.Fault(
                tooLong.Source.Lines[0],
                tooLong.Text,
                $"a passage of at most {InputLimits.LongestText} characters, as tables and workbooks take"
            );
        TellJoins(nodes, layout, report);
        var whole = report.Faults.Count == before;
        if (whole)
            report.Faults.Take(VerbatimLayer.Cut(text, nodes, ignored));
        titleBlock ??= new TitleBlock("", "", "", "", default, "", about.Title.Zh);
        return (new Plan(about, titleBlock, text, nodes, [], [], defects) { Ignored = ignored }, whole);
    }

    private static void TellJoins(IReadOnlyList<Node> nodes, PlanLayout layout, ReadingReport report)
    {
        if (layout.Joins is JoinReview.Confirmed)
            return;
        foreach (var join in nodes.SelectMany(node => node.Source.Joins.Select(join => (Node: node, join.Line))))
            report.Warn(join.Line, join.Node.Text, "a sentence that goes on behind this line: look at it, then confirm");
        report.FaultInDescription("$.layout.joins", "propose", "confirmed, once an editor has looked at each sentence that is joined");
    }

    /// <summary>The plan with its indicators and columns, held against what the editors expect of it.</summary>
    private static Plan ReadData(Plan outlined, bool outline, ReadingReport report)
    {
        var before = report.Faults.Count;
        var plan = outlined with
        {
            Indicators = IndicatorTable.Read(outlined.Nodes, outlined.About, report),
            Columns = ColumnReader.Read(outlined.Nodes, outlined.About.Layout!.Boxes ?? []),
        };
        if (!outline)
            return plan; // the counts and the ids would differ for that reason alone
        if (report.Faults.Count == before)
            report.Faults.Add(Completeness.Check(plan));
        foreach (var fault in ErrataCheck.Check(plan.Nodes, plan.Errata))
        {
            if (fault.Where.StartsWith(PlanFile.Errata, StringComparison.Ordinal))
                report.FaultOfEntry(PlanFile.Errata, fault);
            else
                report.Faults.Add(fault);
        }

        return plan;
    }

    private static void CheckArea(PlanDescription about, IReadOnlyList<Indicator> indicators, IReadOnlyList<Place> places, ReadingReport report)
    {
        if (StatedObservations.AreaOf(places, about.Area) is not null || !indicators.Any(indicator => indicator.Baseline.Value is not null))
            return;
        if (about.Area is { } area)
            report.FaultInDescription("$.area", area, "the id of a place of places.json");
        else
            report.WarnInDescription(
                "$",
                "no member 'area'",
                "the id of the place in places.json that the stated baselines are for: without it they are no observations"
            );
    }

    /// <summary>The plan with the English headings of <c>plan.json</c>.</summary>
    private static Plan Translated(Plan plan) =>
        plan.About.Headings is not { } headings
            ? plan
            : plan with
            {
                Nodes = [.. plan.Nodes.Select(node => headings.TryGetValue(node.Id, out var english) ? node with { HeadingEn = english } : node)],
            };

    /// <summary>The commitments with the English subjects of <c>plan.json</c>; a translation that nothing needs, and a subject without one where
    /// others have one, are told.</summary>
    private static CommitmentReading Translated(CommitmentReading facts, PlanDescription about, ReadingReport report)
    {
        if (about.Subjects is not { } subjects)
            return facts;
        var read = facts.Commitments.Select(commitment => commitment.Subject).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in subjects.Keys.Where(subject => !read.Contains(subject)))
            report.WarnInDescription("$.subjects", gone, "the subject of a commitment of this plan");
        foreach (var missing in read.Where(subject => !subjects.ContainsKey(subject)))
            report.WarnInDescription("$.subjects", missing, "a translation of this subject, as the others have");
        return facts with
        {
            Commitments = [.. facts.Commitments.Select(commitment => commitment with { SubjectEn = subjects.GetValueOrDefault(commitment.Subject) })],
        };
    }

    /// <summary>A translation of a node that is not there is a fault: the source has changed since it was written.</summary>
    private static void TellLostHeadings(Plan plan, ReadingReport report)
    {
        var nodes = plan.Nodes.Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var id in plan.About.Headings?.Keys.Where(id => !nodes.Contains(id)) ?? [])
            report.FaultInDescription($"$.headings.{id}", id, "the id of a node of this plan");
    }
}
