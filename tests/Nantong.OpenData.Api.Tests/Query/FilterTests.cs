using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Api.Tests.Query;

public sealed class FilterTests
{
    private static readonly FieldSet Fields = FieldSet.Of(Wire.Json.Indicator);
    private static readonly IReadOnlyList<Indicator> Indicators = RealPlan.Read().Indicators;
    private static readonly IReadOnlyList<Commitment> Commitments = RealPlan.Read().Commitments;

    [Theory]
    [InlineData("id", "urbanization-rate", "urbanization-rate")]
    [InlineData("category.name", "城镇化水平", "urbanization-rate,urban-rural-income-ratio")]
    [InlineData("seq[lte]", "2", "urbanization-rate,urban-rural-income-ratio")]
    [InlineData("seq[lt]", "2.0", "urbanization-rate")]
    [InlineData("seq[in]", "1,2,99", "urbanization-rate,urban-rural-income-ratio")]
    [InlineData("baseline.value", "43.290", "built-up-green-coverage")]
    [InlineData("baseline_value[eq]", "43.29", "built-up-green-coverage")]
    [InlineData("name[startswith]", "城市建城区", "built-up-green-coverage")]
    public void A_condition_keeps_the_records_that_meet_it(string name, string value, string ids) => Assert.Equal(ids, Ids((name, value)));

    public static TheoryData<string, string, Func<Indicator, bool>> Meanings { get; } =
        new()
        {
            { "target.value[gte]", "70", row => row.Target.Value >= 70 },
            { "target.value[gt]", "40", row => row.Target.Value > 40 },
            { "target.value[isnull]", "true", row => row.Target.Value is null },
            { "target.interpretation[isnull]", "false", row => row.Target.Interpretation is not null },
            { "target.operator[ne]", "none", row => row.Target.Operator is not TargetOperator.None },
            { "unit.label[nin]", "%,m²", row => row.Unit.Label is not ("%" or "m²") },
            { "unit.label[ne]", "%", row => row.Unit.Label is not "%" },
            { "target.cumulative", "true", row => row.Target.Cumulative },
            { "target.period.from[lte]", "2021-12-31", row => row.Target.Period.From.Year < 2022 },
            { "name[contains]", "城市", row => row.Name.Contains("城市", StringComparison.Ordinal) },
            { "notes.mandatory", "true", row => row.Notes.Any(note => note.Mandatory) },
            { "notes.mandatory[ne]", "true", row => !row.Notes.Any(note => note.Mandatory) },
            { "notes[isnull]", "true", row => row.Notes is [] },
        };

    [Theory]
    [MemberData(nameof(Meanings))]
    public void A_condition_means_what_it_says(string name, string value, Func<Indicator, bool> meaning)
    {
        var kept = Parse((name, value)).Value!;
        Assert.Equal(Indicators.Where(meaning), Indicators.Where(kept.Matches));
        Assert.InRange(Indicators.Count(kept.Matches), 1, Indicators.Count - 1); // neither side is empty, or the test would show nothing
    }

    [Fact]
    public void Of_a_list_any_element_counts()
    {
        var filter = Filter.Parse(new Dictionary<string, string> { ["modality"] = "力争" }, FieldSet.Of(Wire.Json.Commitment)).Value!;
        Assert.Equal(Commitments.Where(row => row.Modality.Contains("力争")), Commitments.Where(filter.Matches));
        Assert.Contains(Commitments, filter.Matches);
    }

    [Fact]
    public void Conditions_hold_together() =>
        Assert.Equal(
            Indicators.Where(row => row.Target.Value > 10 && row.Target.Value <= 74).Select(row => row.Id),
            Indicators.Where(Parse(("target.value[gt]", "10"), ("target.value[lte]", "74")).Value!.Matches).Select(row => row.Id)
        );

    [Theory]
    [InlineData("seq", "first", "a decimal number such as 70 or -2.5; several values stand in seq[in], with commas")]
    [InlineData("seq", "1,2", "a decimal number such as 70 or -2.5; several values stand in seq[in], with commas")]
    [InlineData("seq[in]", "1,x", "a decimal number such as 70 or -2.5")]
    [InlineData("seq[gt]", "1e3", "a decimal number such as 70 or -2.5; several values stand in seq[in], with commas")]
    [InlineData("seq[gt]", "", "a decimal number such as 70 or -2.5; several values stand in seq[in], with commas")]
    [InlineData("target.approx", "1", "true or false; several values stand in target.approx[in], with commas")]
    [InlineData("target.period.to", "2025", "a date such as 2025-12-31; several values stand in target.period.to[in], with commas")]
    [InlineData("name[isnull]", "yes", "true or false")]
    [InlineData("id[in]", "a,", "a list of values with a comma between each two")]
    public void A_value_that_is_none_is_told_the_rule(string name, string value, string rule)
    {
        var error = Parse((name, value)).Error!;
        Assert.Equal((name, rule), (error.Where, error.Rule));
    }

    [Fact]
    public void Long_values_long_lists_and_many_conditions_are_refused()
    {
        Assert.Contains("at most 2000 characters", Parse(("name", new string('城', 2001))).Error!.Rule, StringComparison.Ordinal);
        Assert.Null(Parse(("name", new string('城', 2000))).Error);
        Assert.Contains("at most 100 values", Parse(("seq[in]", string.Join(',', Enumerable.Range(1, 101)))).Error!.Rule, StringComparison.Ordinal);
        Assert.Null(Parse(("seq[in]", string.Join(',', Enumerable.Range(1, 100)))).Error);
        var many = Fields.Scalars.Take(21).Select(field => ($"{field.Path}[isnull]", "true")).ToArray();
        Assert.Contains("at most 20 conditions", Parse(many).Error!.Rule, StringComparison.Ordinal);
        Assert.Null(Parse(many[..20]).Error);
    }

    [Theory]
    [InlineData("target.value[gtee]")]
    [InlineData("target.value[GTE]")]
    [InlineData("target.value[]")]
    [InlineData("target.value[contains]")]
    [InlineData("target.cumulative[gt]")]
    [InlineData("target[eq]")]
    [InlineData("targt.value")]
    [InlineData("[eq]")]
    [InlineData("limit")]
    public void What_names_no_field_or_no_operator_of_it_is_no_condition(string name) => Assert.Null(FilterName.Parse(name, Fields));

    [Fact]
    public void All_spellings_of_a_filter_are_one() =>
        Assert.Equal(
            Parse(("target_value[gte]", "70.0"), ("category.id[eq]", "people")).Value!.Canonical.Replace("70.0", "70", StringComparison.Ordinal),
            Parse(("category_id", "people"), ("target.value[gte]", "70")).Value!.Canonical
        );

    [Fact]
    public void Who_can_look_records_up_by_key_is_told_which()
    {
        var filter = Parse(("id[in]", "a,b,c"), ("id", "b"), ("seq[gte]", "2"), ("seq[gt]", "3"), ("seq[lt]", "9")).Value!;
        Assert.Equal(["b"], filter.Among("id")!);
        Assert.Null(filter.Among("name"));
        Assert.Equal((3m, 9m), filter.Bounds("seq"));
        Assert.Equal((null, null), filter.Bounds("target.value"));
    }

    [Fact]
    public void Values_are_written_as_JSON_writes_them() =>
        Assert.All(
            new object[] { new DateTimeOffset(2026, 1, 5, 8, 0, 0, 120, TimeSpan.Zero), new DateOnly(2025, 12, 31), 2.50m, true, "市" },
            value =>
                Assert.Equal(
                    System.Text.Json.JsonSerializer.Serialize(value, Wire.Json.Options.GetTypeInfo(value.GetType())).Trim('"'),
                    FieldKind.Write(value)
                )
        );

    [Fact]
    public void No_field_has_the_name_of_a_parameter_that_lists_take()
    {
        string[] parameters = ["limit", "cursor", "sort", "fields", "include", "format", "lang", "bom", "header", "since", "asOf"];
        FieldSet[] sets =
        [
            Fields,
            FieldSet.Of(Wire.Json.Commitment),
            FieldSet.Of(Wire.Json.Exclusion),
            FieldSet.Of(Wire.Json.Place),
            FieldSet.Of(Wire.Json.SpatialStructure),
            FieldSet.Of(Wire.Json.Node),
            FieldSet.Of(Wire.Json.Column),
            FieldSet.Of(Wire.Json.Erratum),
            FieldSet.Of(Wire.Json.Finding),
            FieldSet.Of(Wire.Json.Observation),
            FieldSet.Of(Wire.Json.AggregateTable),
            FieldSet.Of(Wire.Json.ReleaseSummary),
            FieldSet.Of(Wire.Json.LoggedChange),
            FieldSet.Of(Wire.Json.Download),
            FieldSet.Of(Wire.Json.CodelistEntry),
            FieldSet.Of(Wire.Json.ProblemType),
            FieldSet.Of(Wire.Json.PlanEntry),
        ];
        Assert.All(sets, set => Assert.All(parameters, parameter => Assert.Null(set.Find(parameter))));
    }

    private static string Ids(params (string, string)[] query) =>
        string.Join(',', Indicators.Where(Parse(query).Value!.Matches).Select(row => row.Id));

    private static Plans.Parsed<Filter> Parse(params (string Name, string Value)[] query) =>
        Filter.Parse(query.ToDictionary(pair => pair.Name, pair => pair.Value), Fields);
}
