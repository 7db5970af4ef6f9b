using Nantong.OpenData.Functions.Http;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Changes;

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
    public void Codes_are_told_once() => Assert.All(Codelists.All, list => Assert.Equal(list.Items.Count, list.Items.Select(item => item.Code).Distinct().Count()));

    private static int Items(string id) => Assert.Single(Codelists.All, list => list.Id == id).Items.Count;
}
