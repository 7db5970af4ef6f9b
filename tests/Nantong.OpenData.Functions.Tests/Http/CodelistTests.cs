using Nantong.OpenData.Functions.Http;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Places;
using Nantong.OpenData.Plans.Quality;
using Nantong.OpenData.Plans.Search;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Citations;

namespace Nantong.OpenData.Functions.Tests.Http;

public sealed class CodelistTests
{
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
    public void Codelists_stand_in_id_order() => Assert.Equal(Codelists.All.Select(list => list.Id).Order(StringComparer.Ordinal), Codelists.All.Select(list => list.Id));

    [Fact]
    public void Codes_are_told_once() => Assert.All(Codelists.All, list => Assert.Equal(list.Items.Count, list.Items.Select(item => item.Code).Distinct().Count()));

    private static int Items(string id) => Assert.Single(Codelists.All, list => list.Id == id).Items.Count;
}
