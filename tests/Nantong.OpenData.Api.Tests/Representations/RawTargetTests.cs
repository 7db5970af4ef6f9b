namespace Nantong.OpenData.Api.Tests.Representations;

[Collection(nameof(ServedPlan))]
public sealed class RawTargetTests(ServedPlan served)
{
    [Theory]
    [InlineData("/indicators%0A%3Flimit=1")]
    [InlineData("/indicators%3Flimit=1")]
    [InlineData("/indicators%0A?limit=1")]
    public async Task A_path_that_looks_like_a_kept_address_once_it_is_decoded_is_another_address(string below)
    {
        for (var time = 0; time < 2; time++)
        {
            using var kept = await served.App.Client.GetAsync($"{ServedPlan.Plan}/indicators?limit=1");
            using var other = await served.App.Client.GetAsync(ServedPlan.Plan + below);
            Assert.Equal((200, 404), ((int)kept.StatusCode, (int)other.StatusCode));
        }
    }
}
