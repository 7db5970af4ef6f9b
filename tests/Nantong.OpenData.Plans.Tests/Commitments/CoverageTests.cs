using CsCheck;
using Nantong.OpenData.Benchmarks.Extraction;
using Nantong.OpenData.Plans.Commitments;

namespace Nantong.OpenData.Plans.Tests.Commitments;

public class CoverageTests
{
    private static readonly Plan Plan = ThePlan.Read;

    [Fact]
    public void Each_of_the_83_runs_of_digits_outside_the_table_is_accounted_for()
    {
        Assert.Equal(83, Coverage.Count(Plan.Nodes));
        Assert.Null(Coverage.Unknown(Plan.Source, Plan.Nodes, new CommitmentReading(Plan.Commitments, Plan.Exclusions), []).FirstOrDefault());
    }

    [Fact]
    public void No_digits_are_in_both_lists() =>
        Assert.All(
            Plan.Exclusions,
            exclusion =>
                Assert.DoesNotContain(
                    Plan.Commitments.Where(commitment => commitment.Kind is not CommitmentKind.Milestone),
                    commitment =>
                        commitment.Anchor.Source.CharStart < exclusion.Anchor.Source.CharEnd
                        && exclusion.Anchor.Source.CharStart < commitment.Anchor.Source.CharEnd
                )
        );

    [Fact]
    public void A_record_that_is_taken_away_is_missed_with_its_line()
    {
        Assert.All(
            Plan.Commitments.Where(commitment =>
                commitment.Anchor.Quote.Exact is not ("千亿" or "万亿" or "五连冠" or "Ⅲ类" or "前五十" or "第一" or "一个")
                && commitment.Kind is not CommitmentKind.Milestone
                && commitment.Unit?.Ucum is not "a"
            ),
            taken =>
            {
                var error = Coverage
                    .Unknown(
                        Plan.Source,
                        Plan.Nodes,
                        new CommitmentReading([.. Plan.Commitments.Where(other => other != taken)], Plan.Exclusions),
                        []
                    )
                    .FirstOrDefault();
                Assert.Equal($"source.txt line {taken.Anchor.Source.Lines[0]}", error?.Where);
            }
        );
        Assert.All(
            Plan.Exclusions,
            taken =>
                Assert.NotNull(
                    Coverage
                        .Unknown(
                            Plan.Source,
                            Plan.Nodes,
                            new CommitmentReading(Plan.Commitments, [.. Plan.Exclusions.Where(other => other != taken)]),
                            []
                        )
                        .FirstOrDefault()
                )
        );
    }

    [Theory]
    [InlineData(ExclusionReason.DocumentNumber, "通政办发〔2021〕70号")]
    [InlineData(ExclusionReason.Date, "2021年12月29日")]
    [InlineData(ExclusionReason.CaptionNumber, "专栏1", "专栏2", "专栏3", "专栏4", "专栏5", "专栏6", "专栏7")]
    [InlineData(ExclusionReason.Name, "263", "1+8", "1+8", "通新消费，美好生活——169扩消费行动", "1+8", "科技服务业金服360工程", "654", "410")]
    [InlineData(ExclusionReason.TechnicalName, "5G", "IPv6", "IPv6", "IPv6", "IPv6", "5G", "5G", "5G+", "5G", "PM2.5", "P3")]
    [InlineData(ExclusionReason.Scope, "100平方公里")]
    [InlineData(ExclusionReason.Count, "31个")]
    public void What_is_no_quantity_is_listed_with_its_reason(ExclusionReason reason, params string[] names) =>
        Assert.Equal(names, Plan.Exclusions.Where(exclusion => exclusion.Reason == reason).Select(exclusion => exclusion.Raw));

    [Fact]
    public void No_other_reason_is_needed_in_this_plan() => Assert.Equal(30, Plan.Exclusions.Count);

    [Fact]
    public void A_number_without_a_unit_is_a_warning_with_line_and_rule_and_no_refusal()
    {
        var plan = ThePlan.With("建成特色田园乡村100个", "建成特色田园乡村100").Value!;
        var warning = Assert.Single(
            plan.Warnings.Shown,
            warning => warning.Rule.Contains("'100' as a quantity with a unit", StringComparison.Ordinal)
        );
        Assert.Equal("source.txt line 418", warning.Where);
    }

    [Theory]
    [InlineData("完成投资1200，新建学校")]
    [InlineData("第99999999999999999999999999999名")]
    [InlineData("实现产值99999999999999999999999999999万亿元")]
    public void Digits_that_no_rule_explains_are_named(string text) => Assert.Equal("source.txt line 2", Passages.Unexplained(text)?.Where);

    [Fact]
    public void Whatever_the_text_the_reader_answers_and_never_throws()
    {
        string[] pieces =
        [
            "到2025年，",
            "建成",
            "100",
            "个",
            "—",
            "：",
            "万",
            "亿元",
            "%",
            "“",
            "”",
            "（",
            "年",
            "第",
            "前五十",
            "力争",
            "，",
            "。",
            "2000年底前建成的",
            "应改尽改",
            "５",
            "G",
            "9999年99月99日",
            "2021—2024年2月29日",
            "2.01：1",
            "1,2",
            "不低于",
            "以上",
            "的",
        ];
        Gen.Int[0, pieces.Length - 1]
            .Array[1, 24]
            .Sample(
                indexes =>
                    Passages.Read(string.Concat(indexes.Select(index => pieces[index]))).Commitments.All(commitment => commitment.Subject.Length > 0),
                iter: 2000
            );
    }
}
