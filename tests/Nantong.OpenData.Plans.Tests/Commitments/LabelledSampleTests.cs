using Nantong.OpenData.Benchmarks.Extraction;
using Xunit.Abstractions;

namespace Nantong.OpenData.Plans.Tests.Commitments;

/// <summary>Holds what the reader finds in sentences that are not in the plan. The benchmark <c>extraction</c> prints the same by kind.</summary>
public class LabelledSampleTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<LabelledSentence> Sample = LabelledSentence.Tuned();

    [Fact]
    public void Precision_and_recall_hold_their_floor()
    {
        var scores = ExtractionScores.Of(Sample);

        foreach (var mistake in scores.Mistakes)
            output.WriteLine(mistake);
        Assert.True(scores.All.Labels >= 149, $"{scores.All.Labels} labels");
        Assert.True(scores.All.Precision >= 0.95m, $"precision {scores.All.Precision:P1}");
        Assert.True(scores.All.Recall >= 0.95m, $"recall {scores.All.Recall:P1}");
        Assert.True(scores.WrongMembers <= scores.Matched / 30, $"{scores.WrongMembers} of {scores.Matched} have a wrong member");
    }

    [Fact]
    public void The_sample_of_grades_ranks_scopes_and_dated_promises_holds_its_floor()
    {
        var scores = ExtractionScores.Of(LabelledSentence.Fresh());

        foreach (var mistake in scores.Mistakes)
            output.WriteLine(mistake);
        Assert.True(
            scores.All.Precision >= 0.95m,
            $"precision {scores.All.Precision:P1}, recall {scores.All.Recall:P1}, {scores.WrongMembers} wrong of {scores.Matched}"
        );
        Assert.True(scores.All.Recall >= 0.92m, $"recall {scores.All.Recall:P1}");
        Assert.True(scores.WrongMembers <= scores.Matched / 10, $"{scores.WrongMembers} of {scores.Matched} have a wrong member");
    }

    [Fact]
    public void The_sample_in_the_manner_of_other_cities_holds_its_floor()
    {
        var scores = ExtractionScores.Of(LabelledSentence.Blind());

        foreach (var mistake in scores.Mistakes)
            output.WriteLine(mistake);
        Assert.True(
            scores.All.Precision >= 0.95m,
            $"precision {scores.All.Precision:P1}, recall {scores.All.Recall:P1}, {scores.WrongMembers} wrong of {scores.Matched}"
        );
        Assert.True(scores.All.Recall >= 0.98m, $"recall {scores.All.Recall:P1}");
        Assert.True(scores.WrongMembers <= scores.Matched / 20, $"{scores.WrongMembers} of {scores.Matched} have a wrong member");
        Assert.Equal(scores.Excluded.Labels, scores.Excluded.Found);
    }

    [Theory]
    [InlineData("sixth")]
    [InlineData("seventh")]
    [InlineData("eighth")]
    public void The_samples_of_many_subjects_hold_their_floor(string name)
    {
        var scores = ExtractionScores.Of(
            name switch
            {
                "sixth" => LabelledSentence.Sixth(),
                "seventh" => LabelledSentence.Seventh(),
                _ => LabelledSentence.Eighth(),
            }
        );

        foreach (var mistake in scores.Mistakes)
            output.WriteLine(mistake);
        Assert.True(scores.All.Precision >= 0.96m, $"precision {scores.All.Precision:P1}");
        Assert.True(scores.All.Recall >= 0.96m, $"recall {scores.All.Recall:P1}");
        Assert.True(scores.WrongMembers <= scores.Matched / 20, $"{scores.WrongMembers} of {scores.Matched} have a wrong member");
    }

    [Fact]
    public void Every_digit_of_the_samples_is_explained() =>
        Assert.All(
            Sample.Concat(LabelledSentence.HeldOut()).Concat(LabelledSentence.Fresh()).Concat(LabelledSentence.Blind()),
            sentence => Assert.Null(Passages.Unexplained(sentence.Text))
        );

    [Fact]
    public void Names_dates_and_codes_are_excluded_with_their_reason() =>
        Assert.All(
            Sample.Where(sentence => sentence.Exclusions.Count > 0),
            sentence =>
            {
                var found = Passages.Read(sentence.Text, sentence.Heading).Exclusions;
                Assert.All(sentence.Exclusions, label => Assert.Contains(found, label.IsFoundIn));
            }
        );
}
