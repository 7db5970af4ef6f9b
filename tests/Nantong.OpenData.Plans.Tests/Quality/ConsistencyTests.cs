using Nantong.OpenData.Plans.Quality;

namespace Nantong.OpenData.Plans.Tests.Quality;

public class ConsistencyTests
{
    private static readonly Plan Plan = ThePlan.Read;

    /// <summary>The findings by hand: rule, indicator, result, severity, status, what both sides say.</summary>
    public static TheoryData<string, string, FindingResult, Severity, FindingStatus, string[]> Findings { get; } = new()
    {
        { "target-in-text", "urbanization-rate", FindingResult.Differs, Severity.Warning, FindingStatus.Open, ["力争达到74%", ">74"] },
        { "baseline-in-text", "urbanization-rate", FindingResult.Agrees, Severity.Info, FindingStatus.Settled, ["达到70.44%", "70.44"] },
        { "baseline-in-text", "urban-rural-income-ratio", FindingResult.Agrees, Severity.Info, FindingStatus.Settled, ["缩小到2.01：1", "2.01"] },
        { "later-target", "urbanization-rate", FindingResult.Agrees, Severity.Info, FindingStatus.Settled, ["力争达到80%左右", ">74"] },
        { "target-behind-baseline", "built-up-green-coverage", FindingResult.Differs, Severity.Warning, FindingStatus.Accepted, [">40", "43.29"] },
        { "target-at-baseline", "migrant-children-public-schooling", FindingResult.Differs, Severity.Info, FindingStatus.Accepted, ["100", "100"] },
        { "missing-unit", "urban-rural-income-ratio", FindingResult.Differs, Severity.Info, FindingStatus.Accepted, ["2.城乡居民人均可支配收入比"] },
        { "missing-unit", "full-service-community-coverage", FindingResult.Differs, Severity.Warning, FindingStatus.Open, ["17.实行全科服务模式的社区覆盖率"] },
        { "mark-in-note", "construction-land-intensity-decline", FindingResult.Differs, Severity.Warning, FindingStatus.Open, ["□", "[21]"] },
    };

    private static readonly string[] Ids =
    [
        "target-in-text.ch2.s3.p1.c1",
        "baseline-in-text.ch1.s1.p1.c4",
        "baseline-in-text.ch1.s1.p7.c3",
        "later-target.ch2.s3.p7.c2",
        "target-behind-baseline.table1.r13",
        "target-at-baseline.table1.r3",
        "missing-unit.table1.r2",
        "missing-unit.table1.r17",
        "mark-in-note.table1.r16",
    ];

    [Theory]
    [MemberData(nameof(Findings))]
    public void Each_finding_has_a_result_and_both_sides(string rule, string indicator, FindingResult result, Severity severity, FindingStatus status, string[] says)
    {
        var finding = Plan.Findings.Single(finding => finding.Rule == rule && finding.Indicator == indicator);
        Assert.Equal((result, severity, status), (finding.Result, finding.Severity, finding.Status));
        Assert.Equal(says, finding.Sides.Select(side => side.Says));
    }

    [Fact]
    public void There_is_no_other_finding_and_each_rule_is_listed()
    {
        Assert.Equal(Findings.Select(row => ((string)row[0], (string)row[1])), Plan.Findings.Select(finding => (finding.Rule, finding.Indicator!)));
        Assert.Equal(Plan.Findings.Select(finding => finding.Rule).Distinct(), QualityRule.All.Select(rule => rule.Id));
    }

    [Fact]
    public void Ids_say_the_rule_and_what_it_is_about() => Assert.Equal(Ids, Plan.Findings.Select(finding => finding.Id));

    [Fact]
    public void Both_sides_lead_to_the_text() => Assert.All(Plan.Findings.SelectMany(finding => finding.Sides), side =>
    {
        var text = Plan.Nodes.Single(node => node.Id == side.Anchor.Node).Text;
        Assert.Equal(side.Anchor.Quote.Exact, text[side.Anchor.CharStart!.Value..side.Anchor.CharEnd!.Value]);
        Assert.EndsWith(side.Anchor.Quote.Exact, side.Says, StringComparison.Ordinal);
    });

    [Fact]
    public void A_defect_that_is_an_erratum_too_names_it()
    {
        Assert.Equal("e-0004", Plan.Findings.Single(finding => finding.Rule == "mark-in-note").Erratum);
        Assert.Equal("e-0005", Plan.Findings.Single(finding => finding is { Rule: "missing-unit", Severity: Severity.Warning }).Erratum);
    }

    [Fact]
    public void A_number_that_contradicts_the_table_is_an_error()
    {
        var plan = ThePlan.With("常住人口城镇化率达到70.44%", "常住人口城镇化率达到70.54%").Value!;
        var finding = plan.Findings.Single(finding => finding is { Rule: "baseline-in-text", Indicator: "urbanization-rate" });
        Assert.Equal((FindingResult.Differs, Severity.Error, FindingStatus.Open), (finding.Result, finding.Severity, finding.Status));
        Assert.Contains("70.54%", finding.Statement.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_that_says_the_same_in_both_places_agrees()
    {
        var plan = ThePlan.With("常住人口城镇化率力争达到74%", "常住人口城镇化率力争超过74%").Value!;
        Assert.Equal(FindingResult.Agrees, plan.Findings.Single(finding => finding.Rule == "target-in-text").Result);
    }

    [Fact]
    public void A_later_target_that_falls_back_is_an_error()
    {
        var plan = ThePlan.With("力争达到80%左右", "力争达到72%左右").Value!;
        Assert.Equal(Severity.Error, plan.Findings.Single(finding => finding.Rule == "later-target").Severity);
    }
}
