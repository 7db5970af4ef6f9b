using System.Globalization;
using System.Text.Json;
using Nantong.OpenData.Plans.Commitments;
using Xunit.Abstractions;

namespace Nantong.OpenData.Plans.Tests.Commitments;

/// <summary>Measures the reader on sentences of several styles, labelled by hand, none of them from the plan.</summary>
public class LabelledSampleTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<Sentence> Sample = Load();

    [Fact]
    public void Precision_and_recall_hold_their_floor()
    {
        var scores = Enum.GetValues<CommitmentKind>().ToDictionary(kind => kind, Score.Of);
        foreach (var sentence in Sample)
        {
            var found = Passages.Read(sentence.Text, sentence.Heading).Commitments;
            foreach (var label in sentence.Commitments) scores[label.Kind].Expect(found.Any(label.IsFoundIn), $"missed {label} in {sentence.Text}");
            foreach (var commitment in found)
                scores[commitment.Kind].Find(sentence.Commitments.Any(label => label.Exact == commitment.Anchor.Quote.Exact && label.Kind == commitment.Kind), $"wrong {commitment.Kind} {commitment.Anchor.Quote.Exact} in {sentence.Text}");
        }

        foreach (var (kind, score) in scores) output.WriteLine($"{kind,-16} precision {score.Precision:P1}  recall {score.Recall:P1}  labels {score.Expected}");
        foreach (var miss in scores.Values.SelectMany(score => score.Misses)) output.WriteLine(miss);

        var all = scores.Values.Aggregate(Score.Of(default), (sum, score) => sum.With(score));
        output.WriteLine($"{"all",-16} precision {all.Precision:P1}  recall {all.Recall:P1}  labels {all.Expected}");
        Assert.True(all.Precision >= 0.95m, $"precision {all.Precision:P1}");
        Assert.True(all.Recall >= 0.95m, $"recall {all.Recall:P1}");
    }

    [Fact]
    public void What_is_labelled_is_right_in_value_operator_subject_and_deadline()
    {
        List<string> wrong = [];
        var checkedLabels = 0;
        foreach (var sentence in Sample)
        {
            var found = Passages.Read(sentence.Text, sentence.Heading).Commitments;
            foreach (var label in sentence.Commitments.Where(label => found.Any(label.IsFoundIn)))
            {
                checkedLabels++;
                if (label.Difference(found.First(label.IsFoundIn)) is { } difference) wrong.Add($"{label.Exact}: {difference} in {sentence.Text}");
            }
        }

        foreach (var line in wrong) output.WriteLine(line);
        Assert.True(wrong.Count <= checkedLabels / 10, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_digit_of_the_sample_is_explained() => Assert.All(Sample, sentence => Assert.Null(Passages.Unexplained(sentence.Text)));

    [Fact]
    public void Names_dates_and_codes_are_excluded_with_their_reason() => Assert.All(
        Sample.Where(sentence => sentence.Exclusions.Count > 0),
        sentence =>
        {
            var found = Passages.Read(sentence.Text, sentence.Heading).Exclusions;
            Assert.All(sentence.Exclusions, label => Assert.Contains(found, exclusion => exclusion.Raw.Contains(label.Raw, StringComparison.Ordinal) && exclusion.Reason == label.Reason));
        });

    private static List<Sentence> Load()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };
        return JsonSerializer.Deserialize<List<Sentence>>(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Commitments", "labelled.json")), options)!;
    }

    private sealed record Sentence(string Style, string Text, string Heading = "主要任务")
    {
        public IReadOnlyList<Label> Commitments { get; init; } = [];

        public IReadOnlyList<ExclusionLabel> Exclusions { get; init; } = [];
    }

    private sealed record Label(string Exact, CommitmentKind Kind, string? Subject, decimal? Value, decimal? From, decimal? To, QuantityOperator? Operator, string? Deadline)
    {
        public bool IsFoundIn(Commitment commitment) => commitment.Anchor.Quote.Exact == Exact && commitment.Kind == Kind;

        public string? Difference(Commitment found) =>
            Subject is not null && found.Subject != Subject ? $"subject {found.Subject}, not {Subject}"
            : Value is not null && found.Value != Value ? string.Create(CultureInfo.InvariantCulture, $"value {found.Value}, not {Value}")
            : From is not null && (found.From, found.To) != (From, To) ? string.Create(CultureInfo.InvariantCulture, $"range {found.From}–{found.To}, not {From}–{To}")
            : Operator is not null && found.Operator != Operator ? $"operator {found.Operator}, not {Operator}"
            : Deadline is not null && found.Deadline?.Raw != Deadline ? $"deadline {found.Deadline?.Raw}, not {Deadline}"
            : null;
    }

    private sealed record ExclusionLabel(ExclusionReason Reason, string Raw);

    private sealed class Score
    {
        private int hits, found, right;

        public int Expected { get; private set; }

        public List<string> Misses { get; } = [];

        public decimal Precision => found == 0 ? 1 : (decimal)right / found;

        public decimal Recall => Expected == 0 ? 1 : (decimal)hits / Expected;

        public static Score Of(CommitmentKind kind) => new();

        public void Expect(bool hit, string otherwise)
        {
            Expected++;
            if (hit) hits++;
            else Misses.Add(otherwise);
        }

        public void Find(bool good, string otherwise)
        {
            found++;
            if (good) right++;
            else Misses.Add(otherwise);
        }

        public Score With(Score other)
        {
            (hits, found, right, Expected) = (hits + other.hits, found + other.found, right + other.right, Expected + other.Expected);
            return this;
        }
    }
}
