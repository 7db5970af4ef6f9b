using System.Diagnostics;
using Nantong.OpenData.Storage.Publishing;

namespace Nantong.OpenData.Storage.Tests;

public sealed class StoreTests
{
    private const string Nowhere =
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=AAAA;"
        + "BlobEndpoint=http://127.0.0.1:1/devstoreaccount1;TableEndpoint=http://127.0.0.1:1/devstoreaccount1;";

    [Fact]
    public async Task An_absent_store_is_reported_within_seconds()
    {
        var watch = Stopwatch.StartNew();

        var error = await Assert.ThrowsAnyAsync<Exception>(() =>
            new Publisher(Store.Connect(Nowhere), TimeProvider.System).PublishAsync(LocalStore.NewPlan(), null, "nowhere")
        );

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.StartsWith("The store does not answer", StoreFault.Explain(error), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("AccountName=a;AccountKey=not base64;EndpointSuffix=core.windows.net;DefaultEndpointsProtocol=https")]
    public void A_text_that_is_no_connection_string_is_refused_without_repeating_it(string text)
    {
        var error = Assert.Throws<FormatException>(() => Store.Connect(text));

        Assert.Contains("connection string", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("not base64", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_defect_of_ours_is_not_blamed_on_the_store() => Assert.Null(StoreFault.Explain(new InvalidOperationException("a defect")));
}
