using Azure;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Verifying;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Storage.Tests;

/// <summary>Bodies that break in every way, on the way from the real store: what comes of them is right, or is told as the store's fault.</summary>
public sealed class BrokenBodyTests(LocalStore local) : IClassFixture<LocalStore>
{
    private const int Seeds = 5;

    [Theory]
    [InlineData(LieKind.Cut)]
    [InlineData(LieKind.Short)]
    [InlineData(LieKind.BrokenOff)]
    [InlineData(LieKind.FlippedBlob)]
    [InlineData(LieKind.FlippedRow)]
    [InlineData(LieKind.GarbledRows)]
    [InlineData(LieKind.OtherValue)]
    [InlineData(LieKind.LostRows)]
    internal async Task A_release_that_is_read_from_broken_bodies_is_right_or_refused(LieKind kind)
    {
        var release = await local.PublishAsync(LocalStore.NewPlan());
        var whole = await new SnapshotLoader(local.Store).LoadAsync(release);
        await using var lying = new LyingStore(local.ConnectionString);
        var loader = new SnapshotLoader(Store.Connect(lying.ConnectionString));
        for (var seed = 1; seed <= Seeds; seed++)
        {
            lying.Script = new Fault(kind, seed).Answer;
            try
            {
                var read = await loader.LoadAsync(release);
                Assert.Equal(whole.Nodes.Select(node => (node.Id, node.Text)), read.Nodes.Select(node => (node.Id, node.Text)));
                Assert.Equal(whole.Manifest.ContentHash, read.Manifest.ContentHash);
            }
            catch (Exception error) when (error is not Xunit.Sdk.XunitException)
            {
                Assert.True(StoreFault.Explain(error) is not null, $"seed {seed}: {error}");
            }
        }

        Assert.True(lying.Told > 0);
    }

    [Fact]
    public async Task A_publisher_whose_transactions_are_answered_with_garbage_says_so_and_damages_nothing()
    {
        var plan = LocalStore.NewPlan();
        await local.PublishAsync(plan);
        await using var lying = new LyingStore(local.ConnectionString);
        var publisher = new Publisher(Store.Connect(lying.ConnectionString), TimeProvider.System);
        for (var seed = 1; seed <= Seeds; seed++)
        {
            lying.Script = new Fault(LieKind.GarbledBatch, seed).Answer;
            try
            {
                await publisher.PublishAsync(LocalStore.Corrected(plan), null, "a test");
            }
            catch (Exception error)
            {
                Assert.True(StoreFault.Explain(error) is not null, $"seed {seed}: {error}");
            }

            Assert.Empty((await new Verifier(local.Store).VerifyAsync(plan.About.Id)).Damage);
        }

        Assert.True(lying.Told > 0);
        await local.Publisher().PublishAsync(LocalStore.Corrected(plan), null, "a test");
        await local.AssertWholeAsync(plan);
    }

    [Theory]
    [InlineData("The address https://a.blob.core.windows.net/c?sv=1&sig=c2VjcmV0%2Bw%3D&se=2 is refused")]
    [InlineData("AccountName=a;AccountKey=c2VjcmV0+/==;EndpointSuffix=x")]
    [InlineData("SharedAccessSignature=sv=1&sig=c2VjcmV0")]
    [InlineData("The request was signed by SharedKey account:c2VjcmV0+/= and that is wrong")]
    [InlineData("Authorization: Bearer c2VjcmV0.c2VjcmV0")]
    [InlineData("The MAC signature found in the HTTP request 'c2VjcmV0+/=' is not the same as any computed signature")]
    public void Nothing_by_which_one_could_sign_reaches_a_message(string words)
    {
        foreach (
            var error in new Exception[]
            {
                new RequestFailedException(403, words, "AuthenticationFailed", null),
                new HttpRequestException(words),
                new StoreAnswerException(200, words),
                new BrokenReleaseException("a@1.0.0", "file b", words),
                new AggregateException(new RequestFailedException(503, words)),
            }
        )
            Assert.DoesNotContain("c2VjcmV0", StoreFault.Explain(error), StringComparison.Ordinal);
    }
}
