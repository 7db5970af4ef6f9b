using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Source;
using static Nantong.OpenData.Plans.Commitments.CommitmentKind;
using static Nantong.OpenData.Plans.Commitments.QuantityOperator;

namespace Nantong.OpenData.Plans.Tests.Commitments;

public class CommitmentReaderTests
{
    private static readonly Plan Plan = ThePlan.Read;

    /// <summary>The plan's prose read by hand: node, quantity as printed, kind, value, UCUM code, operator, subject, last day of its
    /// period.</summary>
    public static TheoryData<string, string, CommitmentKind, double?, string?, QuantityOperator, string, string?> Quantities { get; } =
        new()
        {
            { "ch1.s1.p1", "772.66万人", Baseline, 7726600, "{person}", None, "全市常住人口", "2020-11-01" },
            { "ch1.s1.p1", "44.3万人", Achievement, 443000, "{person}", None, "全市常住人口", "2020-11-01" },
            { "ch1.s1.p1", "16.61万人", Baseline, 166100, "{person}", None, "净流入", "2020-11-01" },
            { "ch1.s1.p1", "70.44%", Baseline, 70.44, "%", None, "常住人口城镇化率", null },
            { "ch1.s1.p1", "14.64个百分点", Achievement, 14.64, "{percentage_point}", None, "城镇人口比重", null },
            { "ch1.s1.p2", "120.06万人", Achievement, 1200600, "{person}", None, "农业人口", "2020-12-31" },
            { "ch1.s1.p2", "93万余张", Achievement, 930000, "{sheet}", Gt, "居住证", "2020-12-31" },
            { "ch1.s1.p4", "万亿", Achievement, 1000000000000, "{CNY}", Gt, "GDP", "2020-12-31" },
            { "ch1.s1.p4", "千亿", Baseline, 100000000000, "{CNY}", Gt, "所辖县（市、区）经济总量", "2020-12-31" },
            { "ch1.s1.p4", "前五十", Achievement, 50, "{rank}", Lte, "海安市、如皋市、启东市和如东县", "2020-12-31" },
            { "ch1.s1.p4", "五连冠", Achievement, 5, "{titles}", None, "全国文明城市", null },
            { "ch1.s1.p5", "98%", Baseline, 98, "%", Gt, "基本公共服务标准化实现度", null },
            { "ch1.s1.p5", "50.7万人", Achievement, 507000, "{person}", None, "城镇累计新增就业", null },
            { "ch1.s1.p6", "第一", Achievement, 1, "{rank}", None, "空气优良率", null },
            { "ch1.s1.p6", "第1位", Achievement, 1, "{rank}", None, "省考以上断面优Ⅲ类比例同比提升幅度", null },
            { "ch1.s1.p7", "50个", Achievement, 50, "{item}", None, "示范村", null },
            { "ch1.s1.p7", "50个", Achievement, 50, "{item}", None, "先进村", null },
            { "ch1.s1.p7", "2.01：1", Baseline, 2.01, "1", None, "城乡居民收入比", null },
            { "ch1.s1.p7", "1488个", Achievement, 1488, "{item}", None, "美丽乡村", null },
            { "ch1.s1.p7", "25个", Achievement, 25, "{item}", None, "省市级特色田园乡村", null },
            { "ch2.s3.p1", "74%", Target, 74, "%", None, "常住人口城镇化率", "2025-12-31" },
            { "ch2.s3.p7", "80%左右", Target, 80, "%", About, "常住人口城镇化率", "2035-12-31" },
            { "ch3.s4.p1", "15分钟", Standard, 15, "min", None, "社区服务圈", null },
            { "ch3.s4.p1", "5分钟", Standard, 5, "min", None, "便民生活圈", null },
            { "ch4.s2.p1", "300—500万人口", DesignParameter, null, "{person}", QuantityOperator.Range, "中心城区", null },
            { "ch4.s3.p1", "30—50万人口", DesignParameter, null, "{person}", QuantityOperator.Range, "县城城区", null },
            { "ch5.s1.p1", "40%", Target, 40, "%", Gte, "高新区规上企业中的高新技术企业占比", "2025-12-31" },
            { "col2.i1", "15万", Target, 150000, "{person}", Gte, "来南通就业创业的高校毕业生", "2025-12-31" },
            { "ch5.s3.p2", "2.7万套", Target, 27000, "{set}", Gte, "棚改", null },
            { "ch5.s5.p2", "Ⅲ类", Target, 3, "{class}", None, "主要河道", null },
            { "ch5.s5.p2", "93%以上", Target, 93, "%", Gte, "受污染耕地安全利用率", null },
            { "ch5.s5.p3", "100%", Target, 100, "%", None, "新建（改建）的城市主干道港湾式公交站台设置率", null },
            { "col6.i2", "一个", Target, 1, "{item}", None, "达到生物安全三级水平的P3实验室", "2025-12-31" },
            { "ch7.s3.p1", "50亿元级", DesignParameter, 5000000000, "{CNY}", None, "省级农产品加工集中区", null },
            { "ch7.s3.p1", "10亿元级", DesignParameter, 1000000000, "{CNY}", None, "市级农产品加工集中区", null },
            { "ch7.s4.p3", "100个", Target, 100, "{item}", None, "特色田园乡村", "2025-12-31" },
            { "ch7.s4.p3", "1000个", Target, 1000, "{item}", None, "美丽宜居乡村", "2025-12-31" },
            { "ch7.s4.p3", "100个", Target, 100, "{item}", None, "乡村振兴示范村", "2025-12-31" },
            { "ch7.s4.p3", "250个", Target, 250, "{item}", None, "先进村", "2025-12-31" },
        };

    [Theory]
    [MemberData(nameof(Quantities))]
    public void Each_quantity_of_the_prose_is_a_record(
        string node,
        string exact,
        CommitmentKind kind,
        double? value,
        string? ucum,
        QuantityOperator op,
        string subject,
        string? to
    )
    {
        var found = Plan.Commitments.Single(commitment =>
            commitment.Anchor.Node == node && commitment.Anchor.Quote.Exact == exact && commitment.Subject == subject
        );
        Assert.Equal((kind, (decimal?)value, ucum, op), (found.Kind, found.Value, found.Unit?.Ucum, found.Operator));
        Assert.Equal(to, found.Deadline?.To?.ToString("yyyy-MM-dd", null));
    }

    [Fact]
    public void No_quantity_is_found_that_the_hand_did_not() =>
        Assert.Equal(
            Quantities.Select(row => ((string)row[0], (string)row[1])),
            Plan.Commitments.Where(commitment => commitment.Kind is not CommitmentKind.Milestone)
                .Select(commitment => (commitment.Anchor.Node, commitment.Anchor.Quote.Exact))
        );

    [Fact]
    public void Milestones_are_what_a_date_or_all_of_a_kind_is_set_for() =>
        Assert.Equal(
            [
                ("ch2.s3.p3", "建成江海相拥的区域中心城市"),
                ("ch2.s3.p4", "创成国家生态文明建设示范市"),
                ("ch2.s3.p4", "建成美丽江苏南通样板"),
                ("ch2.s3.p5", "功能互补、统一衔接的规划体系全面建立"),
                ("ch2.s3.p5", "绿色紧凑、集约高效的空间功能导向基本形成"),
                ("ch2.s3.p5", "共建共治共享的社会治理新格局普遍形成"),
                ("ch2.s3.p5", "数字城市、韧性城市、安全城市基本建成"),
                ("ch2.s3.p6", "工农互促、城乡互补、协调发展、共同繁荣的新型工农城乡关系初步确立"),
                ("ch2.s3.p6", "城乡统一规划建设管护的基础设施体系、统一制度标准的公共服务体系基本形成"),
                ("ch2.s3.p7", "建成枢纽功能优、产业实力强、城市能级高、制度环境好的江苏开放门户"),
                ("ch2.s3.p7", "新型工农城乡关系基本形成"),
                ("ch2.s3.p7", "率先建成教育强市、人才强市、体育强市和健康南通"),
                ("ch5.s3.p2", "确保2000年底前建成的需改造的城镇老旧小区应改尽改"),
                ("col6.i1", "全部消除城市严重易涝积水区段"),
                ("col6.i1", "建成排水防涝体系"),
                ("col6.i2", "力争建成南通市公共卫生临床医学中心"),
                ("col6.i2", "所有县（市、区）具备传染病救治能力"),
            ],
            Plan.Commitments.Where(commitment => commitment.Kind is CommitmentKind.Milestone)
                .Select(commitment => (commitment.Anchor.Node, commitment.Anchor.Quote.Exact))
        );

    [Fact]
    public void Ranges_keep_both_ends()
    {
        Assert.Equal((3_000_000m, 5_000_000m), (Single("300—500万人口").From!.Value, Single("300—500万人口").To!.Value));
        Assert.Equal(("3—5年", null, null), (Single("2.7万套").Deadline!.Raw, Single("2.7万套").Deadline!.From, Single("2.7万套").Deadline!.To));
        Assert.Equal(
            (new DateOnly(2014, 1, 1), new DateOnly(2020, 12, 31)),
            (Single("120.06万人").Deadline!.From!.Value, Single("120.06万人").Deadline!.To!.Value)
        );
    }

    [Fact]
    public void A_change_says_what_it_is_reckoned_from()
    {
        Assert.Equal((QuantityMeasure.Change, "“六人普”"), (Single("44.3万人").Measure, Single("44.3万人").ChangeFrom));
        Assert.Equal((QuantityMeasure.Change, "“六人普”"), (Single("14.64个百分点").Measure, Single("14.64个百分点").ChangeFrom));
        Assert.Equal((QuantityMeasure.Level, null), (Single("772.66万人").Measure, Single("772.66万人").ChangeFrom));
        Assert.Equal((QuantityMeasure.Change, null), (Single("50.7万人").Measure, Single("50.7万人").ChangeFrom));
    }

    [Fact]
    public void A_date_that_opens_a_paragraph_holds_for_the_sentences_and_the_dash_list_behind_it()
    {
        var cities = Plan.Commitments.Single(commitment => commitment.Anchor.Quote.Exact == "率先建成教育强市、人才强市、体育强市和健康南通");
        Assert.Equal(("展望2035年", "ch2.s3.p7"), (cities.Deadline!.Raw, cities.Deadline.Anchor.Node));
        var model = Plan.Commitments.Single(commitment => commitment.Anchor.Quote.Exact == "创成国家生态文明建设示范市");
        Assert.Equal(("到2025年", "ch2.s3.p1", "国家生态文明建设示范市"), (model.Deadline!.Raw, model.Deadline.Anchor.Node, model.Subject));
    }

    [Fact]
    public void Codes_of_units_are_ascii() =>
        Assert.All(
            Plan.Commitments.Where(commitment => commitment.Unit?.Ucum is not null),
            commitment => Assert.True(System.Text.Ascii.IsValid(commitment.Unit!.Ucum!), commitment.Id)
        );

    [Fact]
    public void The_words_that_bind_a_number_are_kept_as_printed()
    {
        Assert.Equal(["力争", "达到"], Single("74%").Modality);
        Assert.Equal(["力争", "吸纳", "不少于"], Single("15万").Modality);
        Assert.Equal(["推动", "实现", "以上"], Single("93%以上").Modality);
        Assert.Equal(["累计", "发放", "余"], Single("93万余张").Modality);
        Assert.Equal(["建成"], Single("250个").Modality);
    }

    [Fact]
    public void A_unit_that_is_not_printed_is_inferred_and_says_so()
    {
        Assert.True(Single("15万").Unit!.Inferred);
        Assert.Equal("万", Single("15万").Unit!.Raw);
        Assert.False(Single("2.7万套").Unit!.Inferred);
    }

    [Fact]
    public void What_an_indicator_measures_too_is_linked_to_it()
    {
        Assert.Equal(["70.44%", "74%", "80%左右"], Linked("urbanization-rate"));
        Assert.Equal(["2.01：1"], Linked("urban-rural-income-ratio"));
        Assert.Equal(4, Plan.Commitments.Count(commitment => commitment.Indicator is not null));

        IEnumerable<string> Linked(string indicator) =>
            Plan.Commitments.Where(commitment => commitment.Indicator == indicator).Select(commitment => commitment.Anchor.Quote.Exact);
    }

    [Fact]
    public void Ids_count_within_the_node_and_can_stand_in_an_address()
    {
        foreach (
            var (letter, ids) in new[]
            {
                ("c", Plan.Commitments.Select(row => (row.Id, row.Anchor.Node))),
                ("x", Plan.Exclusions.Select(row => (row.Id, row.Anchor.Node))),
            }
        )
        {
            Assert.All(
                ids.GroupBy(row => row.Node),
                node => Assert.Equal(Enumerable.Range(1, node.Count()).Select(number => $"{node.Key}.{letter}{number}"), node.Select(row => row.Id))
            );
            Assert.All(ids, row => Assert.Matches("^[a-z][a-z0-9.]*[0-9]$", row.Id));
        }
    }

    [Fact]
    public void A_sentence_with_numbers_renames_nothing_outside_its_node()
    {
        var more = ThePlan.With("提升养老服务兜底保障水平，", "提升养老服务兜底保障水平，新建养老服务中心30个，").Value!;

        Assert.Equal(Plan.Commitments.Count + 1, more.Commitments.Count);
        Assert.Empty(Plan.Commitments.Select(row => row.Id).Except(more.Commitments.Select(row => row.Id)));
        Assert.Equal(Plan.Exclusions.Select(row => row.Id), more.Exclusions.Select(row => row.Id));
        Assert.Equal(ThePlan.With("。", "。").Value!.Findings.Select(row => row.Id), more.Findings.Select(row => row.Id));
    }

    [Fact]
    public void Columns_and_sections_hold_their_commitments()
    {
        Assert.Equal(("ch5.s1", "col2"), (Single("15万").Section, Single("15万").Column));
        Assert.Equal(("ch5.s5", null), (Single("93%以上").Section, Single("93%以上").Column));
    }

    [Fact]
    public void Offsets_lead_to_the_quotation_in_the_text_and_in_the_source() =>
        Assert.All(
            Plan.Commitments.Select(commitment => commitment.Anchor)
                .Concat(Plan.Commitments.Select(commitment => commitment.Deadline?.Anchor).OfType<Nantong.OpenData.Plans.Text.Anchor>())
                .Concat(Plan.Exclusions.Select(exclusion => exclusion.Anchor)),
            anchor =>
            {
                var text = Plan.Nodes.Single(node => node.Id == anchor.Node).Text;
                Assert.Equal(anchor.Quote.Exact, text[anchor.CharStart!.Value..anchor.CharEnd!.Value]);
                Assert.Contains(anchor.Quote.Prefix + anchor.Quote.Exact + anchor.Quote.Suffix, text, StringComparison.Ordinal);
                var printed = Plan.Source[new SourceSpan(anchor.Source.CharStart, anchor.Source.CharEnd)].ToString();
                Assert.Equal(
                    anchor.Quote.Exact,
                    printed.Replace("PM_{2.5}", "PM2.5", StringComparison.Ordinal).Replace("\n\n", "", StringComparison.Ordinal)
                );
                Assert.Contains(
                    printed,
                    string.Join(
                        '\n',
                        Enumerable
                            .Range(anchor.Source.Lines[0], anchor.Source.Lines[1] - anchor.Source.Lines[0] + 1)
                            .Select(line => Plan.Source[Plan.Source.Lines[line - 1]].ToString())
                    ),
                    StringComparison.Ordinal
                );
            }
        );

    [Fact]
    public void A_quantity_behind_a_page_break_is_found_on_its_own_line() => Assert.Equal([300, 300], Single("93%以上").Anchor.Source.Lines);

    private static Commitment Single(string exact) => Plan.Commitments.First(commitment => commitment.Anchor.Quote.Exact == exact);
}
