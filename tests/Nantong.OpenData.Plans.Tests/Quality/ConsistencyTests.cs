using Nantong.OpenData.Plans.Quality;

namespace Nantong.OpenData.Plans.Tests.Quality;

public class ConsistencyTests
{
    private static readonly Plan Plan = ThePlan.Read;

    /// <summary>The findings by hand: rule, indicator, result, severity, status, what both sides say.</summary>
    public static TheoryData<string, string, FindingResult, Severity, FindingStatus, string[]> Findings { get; } =
        new()
        {
            { "target-in-text", "urbanization-rate", FindingResult.Differs, Severity.Warning, FindingStatus.Open, ["力争达到74%", ">74"] },
            { "baseline-in-text", "urbanization-rate", FindingResult.Agrees, Severity.Info, FindingStatus.Settled, ["达到70.44%", "70.44"] },
            { "baseline-in-text", "urban-rural-income-ratio", FindingResult.Agrees, Severity.Info, FindingStatus.Settled, ["缩小到2.01：1", "2.01"] },
            { "later-target", "urbanization-rate", FindingResult.Agrees, Severity.Info, FindingStatus.Settled, ["力争达到80%左右", ">74"] },
            {
                "target-behind-baseline",
                "built-up-green-coverage",
                FindingResult.Differs,
                Severity.Warning,
                FindingStatus.Accepted,
                [">40", "43.29"]
            },
            {
                "target-at-baseline",
                "migrant-children-public-schooling",
                FindingResult.Agrees,
                Severity.Info,
                FindingStatus.Accepted,
                ["100", "100"]
            },
            {
                "missing-unit",
                "urban-rural-income-ratio",
                FindingResult.Incomplete,
                Severity.Info,
                FindingStatus.Accepted,
                ["2.城乡居民人均可支配收入比"]
            },
            {
                "missing-unit",
                "full-service-community-coverage",
                FindingResult.Incomplete,
                Severity.Warning,
                FindingStatus.Open,
                ["17.实行全科服务模式的社区覆盖率"]
            },
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
        "missing-unit.col2.i1.c1",
        "mark-in-note.table1.r16",
        "progress.ch7.s4.p3.c1",
        "progress.ch7.s4.p3.c3",
        "progress.ch7.s4.p3.c4",
        "name-variants.name-tangzha",
        "name-variants.name-nantong-etdz",
        "name-variants.name-suxitong-park",
        "name-variants.name-tongzhou-bay-zone",
        "name-variants.name-haimen-etdz",
        "name-variants.name-wushan-riverside",
        "name-variants.name-haohe",
        "name-variants.name-new-sea-port",
        "name-variants.name-yangkou-port",
        "name-variants.name-city-region-pattern",
        "name-variants.name-good-air-days",
        "name-variants.name-shanghai-chongming-qidong",
        "name-variants.name-income-ratio",
        "name-variants.name-pilot-of-city-governance",
        "name-variants.name-shanghai-metropolitan-area",
        "name-variants.name-haimen-county-town-pilot",
        "name-variants.name-featured-towns",
        "name-variants.name-key-towns",
        "name-variants.name-command-platform",
        "passages.settlement-limits",
        "passages.beautiful-villages",
        "passages.central-city-area",
        "passages.rudong-integration-park",
        "passages.poverty-alleviation",
        "passages.migrant-children",
        "document-number.notice",
    ];

    [Theory]
    [MemberData(nameof(Findings))]
    public void Each_finding_has_a_result_and_both_sides(
        string rule,
        string indicator,
        FindingResult result,
        Severity severity,
        FindingStatus status,
        string[] says
    )
    {
        var finding = Plan.Findings.Single(finding => finding.Rule == rule && finding.Indicator == indicator);
        Assert.Equal((result, severity, status), (finding.Result, finding.Severity, finding.Status));
        Assert.Equal(says, finding.Sides.Select(side => side.Says));
    }

    [Fact]
    public void Each_rule_that_finds_something_is_listed() =>
        Assert.Subset(QualityRule.All.Select(rule => rule.Id).ToHashSet(), Plan.Findings.Select(finding => finding.Rule).ToHashSet());

    [Fact]
    public void Only_what_has_two_different_sides_differs() =>
        Assert.All(
            Plan.Findings.Where(finding => finding.Result is FindingResult.Differs),
            finding => Assert.True(finding.Sides.Select(side => side.Says).Distinct().Count() > 1, finding.Id)
        );

    [Fact]
    public void What_was_begun_and_what_is_aimed_at_are_compared()
    {
        var finding = Plan.Findings.Single(finding => finding.Id == "progress.ch7.s4.p3.c3");
        Assert.Equal((FindingResult.Agrees, Severity.Info), (finding.Result, finding.Severity));
        Assert.Equal(["启动50个", "建成100个"], finding.Sides.Select(side => side.Says));

        var fewer = ThePlan
            .With("乡村振兴示范村100个", "乡村振兴示范村40个")
            .Value!.Findings.Single(finding => finding.Id == "progress.ch7.s4.p3.c3");
        Assert.Equal((FindingResult.Differs, Severity.Warning), (fewer.Result, fewer.Severity));
    }

    [Fact]
    public void Names_of_one_thing_are_compared_and_an_erratum_on_one_of_them_is_named()
    {
        Assert.Equal(
            ["苏锡通科技产业园区", "苏锡通科技产业园", "苏锡通园区"],
            Plan.Findings.Single(finding => finding.Id == "name-variants.name-suxitong-park").Sides.Select(side => side.Says)
        );
        var area = Plan.Findings.Single(finding => finding.Id == "name-variants.name-wushan-riverside");
        Assert.Equal("五山地区滨江片区", Plan.Errata.Single(erratum => erratum.Id == area.Erratum).Verbatim);
        Assert.DoesNotContain(Plan.Findings, finding => finding.Id == "name-variants.name-haian");
    }

    [Fact]
    public void Two_passages_that_give_one_thing_two_numbers_differ()
    {
        var plan = ThePlan
            .With("推动城乡天然气管道联通。", "推动城乡天然气管道联通。常住人口城镇化率力争达到76%。到2025年，常住人口城镇化率力争达到75%。")
            .Value!;
        var finding = plan.Findings.First(finding => finding.Rule == "number-in-texts");
        Assert.Equal((FindingResult.Differs, Severity.Error), (finding.Result, finding.Severity));
    }

    [Fact]
    public void The_document_number_of_the_notice_is_held_against_the_description() =>
        Assert.Equal(FindingResult.Agrees, Plan.Findings.Single(finding => finding.Rule == "document-number").Result);

    [Fact]
    public void Ids_say_the_rule_and_what_it_is_about() => Assert.Equal(Ids, Plan.Findings.Select(finding => finding.Id));

    [Fact]
    public void Both_sides_lead_to_the_text() =>
        Assert.All(
            Plan.Findings.SelectMany(finding => finding.Sides),
            side =>
            {
                var text = Plan.Nodes.Single(node => node.Id == side.Anchor.Node).Text;
                Assert.Equal(side.Anchor.Quote.Exact, text[side.Anchor.CharStart!.Value..side.Anchor.CharEnd!.Value]);
                Assert.EndsWith(side.Anchor.Quote.Exact, side.Says, StringComparison.Ordinal);
            }
        );

    [Fact]
    public void A_defect_that_is_an_erratum_too_names_it()
    {
        Assert.Equal("e-0004", Plan.Findings.Single(finding => finding.Rule == "mark-in-note").Erratum);
        Assert.Equal("e-0005", Plan.Findings.Single(finding => finding.Id == "missing-unit.table1.r17").Erratum);
        var graduates = Plan.Findings.Single(finding => finding.Id == "missing-unit.col2.i1.c1").Erratum;
        Assert.Equal("不少于15万来南通", Plan.Errata.Single(erratum => erratum.Id == graduates).Verbatim);
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
