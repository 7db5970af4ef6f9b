using System.Globalization;
using Nantong.OpenData.Plans.Indicators;

namespace Nantong.OpenData.Plans.Tests.Indicators;

public class EvaluationTests
{
    [Theory]
    [InlineData("urbanization-rate", "75.2", EvaluationResult.Met, 1.2, "1.3371", "value > 74", "stated")]
    [InlineData("urbanization-rate", "74", EvaluationResult.NotMet, 0, "1", "value > 74", "stated")]
    [InlineData("urban-rural-income-ratio", "1.97", EvaluationResult.Met, 0.01, "1.3333", "value ≤ 1.98", "inferred")]
    [InlineData("urban-rural-income-ratio", "2.00", EvaluationResult.NotMet, -0.02, "0.3333", "value ≤ 1.98", "inferred")]
    [InlineData("migrant-children-public-schooling", "100", EvaluationResult.Met, 0, null, "value ≥ 100", "inferred")]
    [InlineData("migrant-children-public-schooling", "99.9", EvaluationResult.NotMet, -0.1, null, "value ≥ 100", "inferred")]
    [InlineData("affordable-housing-coverage", "28", EvaluationResult.Met, 0, "1", "value ≥ 28", "inferred")]
    [InlineData("childcare-places-per-1000", "4.46", EvaluationResult.Near, -0.04, "0.9777", "value ≥ 4.5, near within 5 % of it", "inferred")]
    [InlineData("childcare-places-per-1000", "4.5", EvaluationResult.Met, 0, "1", "value ≥ 4.5, near within 5 % of it", "inferred")]
    [InlineData("home-care-elderly-share", "17.5", EvaluationResult.Near, -0.5, "0.9093", "value ≥ 18, near within 5 % of it", "inferred")]
    [InlineData("home-care-elderly-share", "17", EvaluationResult.NotMet, -1, "0.8185", "value ≥ 18, near within 5 % of it", "inferred")]
    [InlineData("childcare-places-per-1000", "4.2", EvaluationResult.NotMet, -0.3, "0.8324", "value ≥ 4.5, near within 5 % of it", "inferred")]
    [InlineData("built-up-green-coverage", "42", EvaluationResult.Met, 2, null, "value > 40", "stated")]
    [InlineData("built-up-green-coverage", "40", EvaluationResult.NotMet, 0, null, "value > 40", "stated")]
    [InlineData("green-travel-share", "70", EvaluationResult.Met, 0, "1", "value ≥ 70", "stated")]
    [InlineData("construction-land-intensity-decline", "21", EvaluationResult.Met, 0, "1", "fall of the level against 2020 ≥ 21", "inferred")]
    [InlineData(
        "construction-land-intensity-decline",
        "5",
        EvaluationResult.NotMet,
        -16,
        "0.2381",
        "fall of the level against 2020 ≥ 21",
        "inferred"
    )]
    public void A_value_is_compared_by_the_rule_of_its_indicator(
        string id,
        string value,
        EvaluationResult result,
        double gap,
        string? progress,
        string rule,
        string basis
    )
    {
        var evaluation = Evaluate(id, value);
        Assert.Equal(
            (result, (decimal)gap, progress is null ? null : decimal.Parse(progress, CultureInfo.InvariantCulture)),
            (evaluation.Result, evaluation.Gap, evaluation.Progress)
        );
        Assert.Equal((rule, basis), (evaluation.Rule, evaluation.Basis));
        Assert.Equal(rule.Contains('>', StringComparison.Ordinal), evaluation.Strict);
        Assert.Equal(
            result switch
            {
                EvaluationResult.Met => true,
                EvaluationResult.NotMet => false,
                _ => (bool?)null,
            },
            evaluation.Met
        );
    }

    [Theory]
    [InlineData("true", EvaluationResult.Met)]
    [InlineData("false", EvaluationResult.NotMet)]
    public void A_milestone_is_reached_or_not(string value, EvaluationResult result)
    {
        var evaluation = Evaluate("dual-gigabit-city", value);
        Assert.Equal((result, value is "true", null, null), (evaluation.Result, evaluation.Reached, evaluation.Gap, evaluation.Progress));
    }

    [Theory]
    [InlineData("dual-gigabit-city", "1", null, "value", "true or false")]
    [InlineData("urbanization-rate", null, null, "value", "a decimal number such as 74, in %")]
    [InlineData("urbanization-rate", "七十", null, "value", "a decimal number")]
    [InlineData("urbanization-rate", "1e3", null, "value", "a decimal number")]
    [InlineData("urbanization-rate", "74,1", null, "value", "a decimal number")]
    [InlineData("urbanization-rate", "true", null, "value", "a decimal number")]
    [InlineData("urbanization-rate", "99999999999999999999", null, "value", "a decimal number")]
    [InlineData("urbanization-rate", "75", "2019", "year", "a year from 2020 to 2035")]
    [InlineData("urbanization-rate", "75", "25", "year", "a year from 2020 to 2035")]
    public void What_cannot_be_read_is_named_with_its_rule(string id, string? value, string? year, string where, string rule)
    {
        var error = Evaluation.Parse(Find(id), value, year).Error!;
        Assert.Equal(where, error.Where);
        Assert.Contains(rule, error.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_of_the_base_year_is_not_compared()
    {
        var evaluation = Evaluate("urbanization-rate", "70.44", "2020");
        Assert.Equal((EvaluationResult.NotComparable, null), (evaluation.Result, evaluation.Met));
        Assert.Contains(evaluation.Caveats, caveat => caveat.En.Contains("base year", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("urbanization-rate", "72", "2023", "not due yet")]
    [InlineData("urbanization-rate", "74", "2025", "which leaves that number out")]
    [InlineData("built-up-green-coverage", "42", "2025", "floor")]
    [InlineData("migrant-children-public-schooling", "100", "2025", "level to hold")]
    [InlineData("home-care-elderly-share", "18", "2025", "左右")]
    [InlineData("construction-land-intensity-decline", "12", "2025", "do not add up")]
    [InlineData("construction-land-intensity-decline", "12", "2025", "□")]
    [InlineData("green-travel-share", "0.71", "2025", "fraction")]
    public void A_caveat_says_what_to_know_first(string id, string value, string year, string caveat) =>
        Assert.Contains(Evaluate(id, value, year).Caveats, found => (found.Zh + found.En).Contains(caveat, StringComparison.Ordinal));

    [Theory]
    [InlineData("good-air-days-share", "120", "cannot exceed 100")]
    [InlineData("rd-expenditure-gdp-share", "-1", "cannot be negative")]
    [InlineData("childcare-places-per-1000", "-0.5", "cannot be negative")]
    public void A_value_that_cannot_be_has_a_caveat_and_no_verdict(string id, string value, string caveat)
    {
        var evaluation = Evaluate(id, value);
        Assert.Equal((EvaluationResult.NotComparable, null, null), (evaluation.Result, evaluation.Met, evaluation.Progress));
        Assert.Contains(evaluation.Caveats, found => found.En.Contains(caveat, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("75", "2023", true, "not due yet")]
    [InlineData("72", "2023", false, "not due yet")]
    [InlineData("75", "2030", true, "was set for 2025")]
    public void A_value_of_another_year_has_its_own_verdict_and_says_how_the_number_compares(string value, string year, bool met, string caveat)
    {
        var evaluation = Evaluate("urbanization-rate", value, year);
        Assert.Equal((EvaluationResult.NotDue, met), (evaluation.Result, evaluation.Met));
        Assert.Contains(evaluation.Caveats, found => found.En.Contains(caveat, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("home-care-elderly-share", "左右")]
    [InlineData("built-up-green-coverage", "底线")]
    [InlineData("construction-land-intensity-decline", "□")]
    public void A_caveat_stands_there_once(string id, string topic)
    {
        var caveats = Evaluate(id, "30").Caveats;
        Assert.Single(caveats, caveat => caveat.Zh.Contains(topic, StringComparison.Ordinal));
        Assert.Equal(caveats.Count, caveats.Distinct().Count());
    }

    [Fact]
    public void A_fall_since_the_base_year_has_no_baseline_by_nature()
    {
        var baseline = Find("construction-land-intensity-decline").Baseline;
        Assert.Equal((null, "M", "not-applicable"), (baseline.Value, baseline.Status, baseline.MissingReason));
    }

    [Fact]
    public void Short_names_are_short() =>
        Assert.All(
            ThePlan.Read.Indicators,
            indicator =>
            {
                Assert.InRange(indicator.ShortLabel.Zh.Length, 2, 12);
                Assert.InRange(indicator.ShortLabel.En.Length, 2, 32);
            }
        );

    [Fact]
    public void Codes_of_units_are_ascii() =>
        Assert.All(
            ThePlan.Read.Indicators,
            indicator => Assert.True(indicator.Unit.Ucum is null || System.Text.Ascii.IsValid(indicator.Unit.Ucum), indicator.Id)
        );

    private static Evaluation Evaluate(string id, string value, string? year = null) => Evaluation.Parse(Find(id), value, year).Value!;

    private static Indicator Find(string id) => ThePlan.Read.Indicators.Single(indicator => indicator.Id == id);
}
