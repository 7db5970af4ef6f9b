using System.Text.Json;
using Nantong.OpenData.Api.Resources.Vocabularies;
using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Places;
using Nantong.OpenData.Plans.Quality;
using Nantong.OpenData.Plans.Search;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Citations;

namespace Nantong.OpenData.Api.Tests.Resources.Vocabularies;

[Collection(nameof(ServedPlan))]
public sealed class CodelistTests(ServedPlan served)
{
    /// <summary>Codes of the contract that no answer holds.</summary>
    // A release that is being built is in no answer.
    private static readonly Dictionary<string, string[]> InNoAnswer = new() { ["ReleaseStatus"] = ["building"] };

    [Fact]
    public void Every_enumeration_of_the_contract_has_a_codelist_with_exactly_its_values()
    {
        using var contract = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Get(), "openapi", "v1.json")));
        var enumerations = contract
            .RootElement.GetProperty("components")
            .GetProperty("schemas")
            .EnumerateObject()
            // The forms of answers stand in /v1/config.
            .Where(schema => Words(schema.Value) is not null && !schema.Name.StartsWith("Format", StringComparison.Ordinal))
            .ToDictionary(
                schema => schema.Name,
                schema =>
                    Words(schema.Value)!
                        .Value.EnumerateArray()
                        .Select(code => code.GetString()!)
                        .Except(InNoAnswer.GetValueOrDefault(schema.Name, []))
            );

        Assert.True(enumerations.Count >= 20, $"{enumerations.Count} enumerations");
        Assert.All(
            enumerations,
            enumeration =>
                Assert.Contains(Codelists.All, list => list.Items.Select(item => item.Code).Order().SequenceEqual(enumeration.Value.Order()))
        );
    }

    /// <summary>The words of a closed list, or of one that may grow; null for any other schema.</summary>
    private static JsonElement? Words(JsonElement schema) =>
        schema.TryGetProperty("enum", out var words) || schema.TryGetProperty("x-extensible-enum", out words) ? words : null;

    [Theory]
    [InlineData("units", "/indicators?limit=500", "unit", "ucum")]
    [InlineData("commitment-units", "/commitments?limit=500", "unit", "ucum")]
    [InlineData("categories", "/indicators?limit=500", "category", "id")]
    [InlineData("missing-reasons", "/indicators?limit=500", "baseline", "missingReason")]
    [InlineData("missing-reasons", "/indicators?limit=500", "target", "missingReason")]
    [InlineData("directions", "/indicators?limit=500", "direction", "value")]
    [InlineData("bases", "/indicators?limit=500", "direction", "basis")]
    public async Task Codes_of_the_plan_are_explained(string list, string below, string member, string code)
    {
        var known = (await served.JsonAsync($"/v1/codelists/{list}"))["items"]!.AsArray().Select(item => (string)item!["code"]!).ToHashSet();
        var held = (await served.JsonAsync(ServedPlan.Plan + below))["items"]!
            .AsArray()
            .Select(item => (string?)item![member]?[code])
            .OfType<string>()
            .ToHashSet();
        Assert.NotEmpty(held);
        Assert.Subset(known, held);
    }

    [Fact]
    public void Every_code_that_an_answer_may_hold_is_explained()
    {
        Assert.Equal(Enum.GetValues<ChangeKind>().Length, Items("change-kinds"));
        Assert.Equal(Enum.GetValues<ChangeOp>().Length, Items("change-operations"));
        Assert.Equal(Enum.GetValues<ReleaseStatus>().Length - 1, Items("release-statuses")); // a release that is being built is in no answer
    }

    [Fact]
    public void Every_code_of_the_facts_is_explained()
    {
        Assert.Equal(Enum.GetValues<CommitmentKind>().Length, Items("commitment-kinds"));
        Assert.Equal(Enum.GetValues<QuantityOperator>().Length, Items("quantity-operators"));
        Assert.Equal(Enum.GetValues<ExclusionReason>().Length, Items("exclusion-reasons"));
        Assert.Equal(Enum.GetValues<PlaceType>().Length, Items("place-types"));
        Assert.Equal(Enum.GetValues<FindingResult>().Length, Items("finding-results"));
        Assert.Equal(Enum.GetValues<Severity>().Length, Items("finding-severities"));
        Assert.Equal(Enum.GetValues<FindingStatus>().Length, Items("finding-statuses"));
        Assert.Equal(Enum.GetValues<EvaluationResult>().Length, Items("evaluation-results"));
    }

    [Fact]
    public void Every_code_of_search_verification_and_citation_is_explained()
    {
        Assert.Equal(Enum.GetValues<SearchScope>().Length, Items("search-scopes"));
        Assert.Equal(Enum.GetValues<QuotationResult>().Length, Items("quotation-results"));
        Assert.Equal(Enum.GetValues<EditOp>().Length, Items("edit-operations"));
        Assert.Equal(Enum.GetValues<CitedKind>().Length, Items("cited-kinds"));
        Assert.Equal(Enum.GetValues<CitationStyle>().Length, Items("citation-styles"));
        Assert.Equal(Enum.GetValues<CitationState>().Length, Items("citation-states"));
    }

    [Fact]
    public void Codelists_stand_in_id_order() =>
        Assert.Equal(Codelists.All.Select(list => list.Id).Order(StringComparer.Ordinal), Codelists.All.Select(list => list.Id));

    [Fact]
    public void Codes_are_told_once() =>
        Assert.All(Codelists.All, list => Assert.Equal(list.Items.Count, list.Items.Select(item => item.Code).Distinct().Count()));

    private static int Items(string id) => Assert.Single(Codelists.All, list => list.Id == id).Items.Count;
}
