using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Nantong.OpenData.Plans.Commitments;

namespace Nantong.OpenData.Benchmarks.Extraction;

/// <summary>Precision and recall by kind, as Markdown. With <c>--mistakes</c> also every mistake.</summary>
internal static class ExtractionBenchmark
{
    private static readonly JsonSerializerOptions Codes = new() { Converters = { new JsonStringEnumConverter<CommitmentKind>() } };

    public static int Run(string[] arguments, TextWriter output)
    {
        var tell = arguments is ["--mistakes"];
        if (arguments.Length > 0 && !tell)
        {
            output.WriteLine("extraction takes no argument but --mistakes");
            return 2;
        }

        Write("Held out", LabelledSentence.HeldOut(), tell, output);
        output.WriteLine();
        Write("Fourth sample", LabelledSentence.Fresh(), tell, output);
        output.WriteLine();
        Write("Fifth sample", LabelledSentence.Blind(), tell, output);
        output.WriteLine();
        Write("Sixth sample", LabelledSentence.Sixth(), tell, output);
        output.WriteLine();
        Write("Seventh sample", LabelledSentence.Seventh(), tell, output);
        output.WriteLine();
        Write("Eighth sample", LabelledSentence.Eighth(), tell, output);
        output.WriteLine();
        Write("Tuned on", LabelledSentence.Tuned(), tell, output);
        return 0;
    }

    private static void Write(string title, IReadOnlyList<LabelledSentence> sample, bool tell, TextWriter output)
    {
        var scores = ExtractionScores.Of(sample);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title}: {sample.Count} sentences, {scores.All.Labels} labels"));
        output.WriteLine();
        output.WriteLine("| kind | labels | findings | precision | recall |");
        output.WriteLine("|---|---:|---:|---:|---:|");
        foreach (var (kind, score) in scores.ByKind)
            output.WriteLine(Row(JsonSerializer.Serialize(kind, Codes).Trim('"'), score));
        output.WriteLine(Row("all", scores.All));
        output.WriteLine();
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Of the {scores.Matched} commitments found, {scores.WrongMembers} have a wrong subject, value, operator or deadline where "
                    + $"one is labelled. Of {scores.Excluded.Labels} names, dates and codes, {scores.Excluded.Found} were left out for the right "
                    + $"reason."
            )
        );
        if (!tell)
            return;
        output.WriteLine();
        foreach (var mistake in scores.Mistakes)
            output.WriteLine($"- {mistake}");
    }

    private static string Row(string kind, Score score) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {kind} | {score.Labels} | {score.Findings} | {100 * score.Precision:F1} % | {100 * score.Recall:F1} % |"
        );
}
